"""An empty window of the bundle's own Qt: what the bench of the installed program compares with."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = QMainWindow()
    window.setWindowTitle("empty-window")
    window.resize(1280, 720)
    window.show()
    sys.exit(application.exec())
