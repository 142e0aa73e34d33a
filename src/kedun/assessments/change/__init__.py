"""Why a score is another than it was: policy, time, data, corrections, to the last hundredth of a point."""
