"""Keeps PostgreSQL, the web server and the workers running; knows no Django."""

from kedun.supervisor.children import Child
from kedun.supervisor.guard import guarded
from kedun.supervisor.lease import running_database
from kedun.supervisor.postgres import throwaway_database
from kedun.supervisor.server import Status, Supervisor, status, stop

__all__ = ["Child", "Status", "Supervisor", "guarded", "running_database", "status", "stop", "throwaway_database"]
