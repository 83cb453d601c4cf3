"""The engine on published shift-scheduling instances, on duty instances and on invented months, beside its peers."""
