"""The window: Qt widgets over the services. Widgets never reach past the services."""
