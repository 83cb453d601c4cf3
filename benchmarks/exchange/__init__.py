"""Reading workbooks beside the bare readers, and as many damaged ones as one likes."""
