"""A change of the policy tried on what is stored of every customer, before anybody agrees to it. Nothing is written."""
