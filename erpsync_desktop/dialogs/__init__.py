"""One dialog a file; a dialog shows a draft and asks the workspace, and decides nothing itself."""
