"""The window: Qt widgets over the services. Widgets never reach past the services."""

from council.ui.none_count import keep_constants

keep_constants()
