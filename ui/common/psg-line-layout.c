/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-line-layout.h"

/* A line of widgets whose widths are settled before their heights. It does not
 * wrap; that is PsgWrapLayout. */

struct _PsgLineLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PsgLineLayout, psg_line_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The children that take part, with the widths they ask for. */
static GArray *
measure_children (GtkWidget *widget)
{
  GArray *sizes = g_array_new (FALSE, TRUE, sizeof (GtkRequestedSize));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequestedSize size = { .data = child };

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1,
                          &size.minimum_size, &size.natural_size, NULL, NULL);
      g_array_append_val (sizes, size);
    }

  return sizes;
}

static guint
count_expanding (GArray *sizes)
{
  guint n = 0;

  for (guint i = 0; i < sizes->len; i++)
    n += gtk_widget_compute_expand (g_array_index (sizes, GtkRequestedSize, i).data,
                                    GTK_ORIENTATION_HORIZONTAL);

  return n;
}

/* Every child gets its minimum, then what it would like, then those that expand
 * share the rest; one alone has it all. The result stands in minimum_size. */
static GArray *
distribute (PsgLineLayout *self,
            GtkWidget     *widget,
            int            width)
{
  GArray *sizes = measure_children (widget);
  guint expanding = count_expanding (sizes);
  int extra = width - self->spacing * MAX (0, (int) sizes->len - 1);

  for (guint i = 0; i < sizes->len; i++)
    extra -= g_array_index (sizes, GtkRequestedSize, i).minimum_size;

  extra = gtk_distribute_natural_allocation (MAX (0, extra), sizes->len, (GtkRequestedSize *) sizes->data);
  if (sizes->len == 1 && expanding == 0)
    g_array_index (sizes, GtkRequestedSize, 0).minimum_size += extra;

  for (guint i = 0; i < sizes->len && expanding > 0; i++)
    {
      GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);

      if (!gtk_widget_compute_expand (size->data, GTK_ORIENTATION_HORIZONTAL))
        continue;

      size->minimum_size += extra / (int) expanding;
      extra -= extra / (int) expanding;
      expanding--;
    }

  return sizes;
}

static void
measure_width (PsgLineLayout *self,
               GtkWidget     *widget,
               int           *minimum,
               int           *natural)
{
  g_autoptr (GArray) sizes = measure_children (widget);
  int spacing = self->spacing * MAX (0, (int) sizes->len - 1);

  *minimum = *natural = spacing;
  for (guint i = 0; i < sizes->len; i++)
    {
      *minimum += g_array_index (sizes, GtkRequestedSize, i).minimum_size;
      *natural += g_array_index (sizes, GtkRequestedSize, i).natural_size;
    }
}

static void
measure_height (PsgLineLayout *self,
                GtkWidget     *widget,
                int            width,
                int           *minimum,
                int           *natural)
{
  g_autoptr (GArray) sizes = NULL;
  int narrowest;

  if (width < 0)
    measure_width (self, widget, &narrowest, &width);

  sizes = distribute (self, widget, width);
  *minimum = *natural = 0;
  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      int least, liked;

      gtk_widget_measure (size->data, GTK_ORIENTATION_VERTICAL, size->minimum_size,
                          &least, &liked, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, liked);
    }
}

static void
psg_line_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  PsgLineLayout *self = PSG_LINE_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    measure_height (self, widget, for_size, minimum, natural);
}

static void
psg_line_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  PsgLineLayout *self = PSG_LINE_LAYOUT (manager);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (GArray) sizes = distribute (self, widget, width);
  int x = 0;

  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      GtkAllocation allocation = { x, 0, size->minimum_size, height };

      if (rtl)
        allocation.x = width - x - size->minimum_size;

      gtk_widget_size_allocate (size->data, &allocation, -1);
      x += size->minimum_size + self->spacing;
    }
}

static GtkSizeRequestMode
psg_line_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
psg_line_layout_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_SPACING)
    g_value_set_int (value, PSG_LINE_LAYOUT (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
psg_line_layout_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (prop_id == PROP_SPACING)
    PSG_LINE_LAYOUT (object)->spacing = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
psg_line_layout_class_init (PsgLineLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = psg_line_layout_get_property;
  object_class->set_property = psg_line_layout_set_property;
  manager_class->measure = psg_line_layout_measure;
  manager_class->allocate = psg_line_layout_allocate;
  manager_class->get_request_mode = psg_line_layout_get_request_mode;

  properties[PROP_SPACING] =
      g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
psg_line_layout_init (PsgLineLayout *self)
{
}

/**
 * psg_line_layout_new:
 * @spacing: between children, in pixels
 *
 * Returns: (transfer full): a layout manager
 */
GtkLayoutManager *
psg_line_layout_new (int spacing)
{
  return g_object_new (PSG_TYPE_LINE_LAYOUT, "spacing", spacing, NULL);
}

GtkWidget *
psg_line_new (int spacing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, psg_line_layout_new (spacing));

  return box;
}
