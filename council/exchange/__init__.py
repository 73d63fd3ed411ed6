"""Files in and out: dataclasses on one side, foreign formats on the other."""
