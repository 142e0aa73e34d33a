"""New versions of the shipped definitions: an upgrade of kedun offers them, and puts none into force."""
