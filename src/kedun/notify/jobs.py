"""The queue of what goes out to people; the job itself stands where one knows who may read what (alerts/jobs.py)."""

MAIL = "mail"
SEND = "kedun.send_mail"
