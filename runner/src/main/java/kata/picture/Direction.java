package kata.picture;

/** Where the arrows of a flowchart lead: along it lie the layers, across it the nodes of each. */
enum Direction {
    RIGHT,
    DOWN;

    Direction other() {
        return this == RIGHT ? DOWN : RIGHT;
    }

    double along(Size size) {
        return this == RIGHT ? size.width() : size.height();
    }

    double across(Size size) {
        return this == RIGHT ? size.height() : size.width();
    }

    double along(Point point) {
        return this == RIGHT ? point.x() : point.y();
    }

    double across(Point point) {
        return this == RIGHT ? point.y() : point.x();
    }

    Point point(double along, double across) {
        return this == RIGHT ? new Point(along, across) : new Point(across, along);
    }

    Size size(double along, double across) {
        return this == RIGHT ? new Size(along, across) : new Size(across, along);
    }
}
