"""plotext itself: what it prints is shown as text."""

import plotext as plt

figure = plt.figure
figure.plot_size(40, 10)
figure.draw(figure.signal([0, 1, 2, 3], [0, 1, 4, 9]).lines())
print(figure.build().string())
