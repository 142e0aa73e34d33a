"""Keeps PostgreSQL and the workers running; knows no Django."""

from kedun.supervisor.lease import running_database
from kedun.supervisor.postgres import throwaway_database
from kedun.supervisor.server import Child, Status, Supervisor, status, stop

__all__ = ["Child", "Status", "Supervisor", "running_database", "status", "stop", "throwaway_database"]
