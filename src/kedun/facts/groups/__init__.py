"""Which customers form one group: by what is stated, and by who controls whom."""
