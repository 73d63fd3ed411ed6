"""The window: Qt widgets over the services. Widgets never reach past the services."""

from council.ui.none_count import keep_none

keep_none()
