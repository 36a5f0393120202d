"""The CCTV grid: one widget paints every tile and none of them may lie."""
