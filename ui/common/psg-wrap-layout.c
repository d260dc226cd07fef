/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-wrap-layout.h"

/*
 * Chips in lines. GtkFlowBox sets its children in columns, which tears chips of
 * different lengths apart. One function walks the lines, for measuring and for
 * allocating alike.
 */

struct _PsgWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (PsgWrapLayout, psg_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
get_child_size (GtkWidget *child,
                int        width,
                int       *child_width,
                int       *child_height)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  *child_width = MAX (minimum, MIN (natural, width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *child_width, NULL, child_height, NULL, NULL);
}

static void
allocate_child (GtkWidget *widget,
                GtkWidget *child,
                int        line_width,
                int        x,
                int        y,
                int        width,
                int        height)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation allocation = { rtl ? line_width - x - width : x, y, width, height };

  gtk_widget_size_allocate (child, &allocation, -1);
}

/* Returns the height of all lines. */
static int
walk (PsgWrapLayout *self,
      GtkWidget     *widget,
      int            width,
      gboolean       allocate)
{
  int x = 0, y = 0, line_height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_width, child_height;

      if (!gtk_widget_should_layout (child))
        continue;

      get_child_size (child, width, &child_width, &child_height);
      if (x > 0 && x + child_width > width)
        {
          y += line_height + self->spacing;
          x = line_height = 0;
        }

      if (allocate)
        allocate_child (widget, child, width, x, y, child_width, child_height);

      x += child_width + self->spacing;
      line_height = MAX (line_height, child_height);
    }

  return y + line_height;
}

static void
measure_width (PsgWrapLayout *self,
               GtkWidget     *widget,
               int           *minimum,
               int           *natural)
{
  *minimum = *natural = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static void
psg_wrap_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  PsgWrapLayout *self = PSG_WRAP_LAYOUT (manager);
  int width = for_size;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }

  if (width < 0)
    {
      int narrowest;

      measure_width (self, widget, &narrowest, &width);
    }
  *minimum = *natural = walk (self, widget, width, FALSE);
}

static void
psg_wrap_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  walk (PSG_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static GtkSizeRequestMode
psg_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
psg_wrap_layout_class_init (PsgWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = psg_wrap_layout_measure;
  manager_class->allocate = psg_wrap_layout_allocate;
  manager_class->get_request_mode = psg_wrap_layout_get_request_mode;
}

static void
psg_wrap_layout_init (PsgWrapLayout *self)
{
}

/**
 * psg_wrap_layout_new:
 * @spacing: between children and between lines, in pixels
 *
 * Returns: (transfer full): a layout manager
 */
GtkLayoutManager *
psg_wrap_layout_new (int spacing)
{
  PsgWrapLayout *self = g_object_new (PSG_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}
