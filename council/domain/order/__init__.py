"""The order of business: what is in order now, who may move it, what comes back."""
