/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-export-window.h"

#include <glib/gi18n.h>

#include "psg-file-chooser.h"
#include "psg-paper-form.h"
#include "psg-paper-preview.h"

/* The preview draws the figure that is written, so it cannot show anything else. */

#define WIDTH 960
#define HEIGHT 620

typedef struct
{
  const char *name;
  int width;
  int height;
} Size;

/* Points on paper, pixels on screens. The last is typed. */
static const Size sizes[] = {
  { NC_("size", "A4, on its side"), 842, 595 },
  { NC_("size", "A4, upright"), 595, 842 },
  { NC_("size", "A3, on its side"), 1191, 842 },
  { NC_("size", "Letter, on its side"), 792, 612 },
  { NC_("size", "Slide, 16:9"), 1280, 720 },
  { NC_("size", "Slide, 4:3"), 1024, 768 },
  { NC_("size", "4K screen"), 3840, 2160 },
  { NC_("size", "Other"), 0, 0 },
};

static const PsgSceneParts parts[] = { PSG_SCENE_BOTH, PSG_SCENE_TIMELINE, PSG_SCENE_MAP };

struct _PsgExportWindow
{
  AdwWindow parent_instance;

  PsgScene *scene;   /* owned */
  PsgFigure figure;
  char *title;       /* owned: the figure's */

  /* made with the window, which owns them */
  AdwToastOverlay *toasts;
  GtkWidget *preview;
  GtkDropDown *what;
  GtkDropDown *format;
  GtkDropDown *size;
  GtkSpinButton *width;
  GtkSpinButton *height;
  GtkDropDown *look;
  GtkEditable *caption;
  GtkSwitch *legend;
  GtkSwitch *sources;
};

G_DEFINE_FINAL_TYPE (PsgExportWindow, psg_export_window, ADW_TYPE_WINDOW)

static PsgFigureFormat
get_format (PsgExportWindow *self)
{
  return gtk_drop_down_get_selected (self->format);
}

static void
draw_cb (cairo_t *cr,
         gpointer user_data)
{
  psg_figure_draw (&((PsgExportWindow *) user_data)->figure, cr);
}

static void
update (PsgExportWindow *self)
{
  const Size *size = &sizes[MIN (gtk_drop_down_get_selected (self->size), G_N_ELEMENTS (sizes) - 1)];
  gboolean is_free = size->width == 0;

  gtk_widget_set_sensitive (GTK_WIDGET (self->width), is_free);
  gtk_widget_set_sensitive (GTK_WIDGET (self->height), is_free);
  if (!is_free)
    {
      gtk_spin_button_set_value (self->width, size->width);
      gtk_spin_button_set_value (self->height, size->height);
    }

  psg_scene_set_scheme (self->scene, gtk_drop_down_get_selected (self->look));
  g_free (self->title);
  self->title = g_strdup (gtk_editable_get_text (self->caption));
  self->figure = (PsgFigure) {
    .scene = self->scene,
    .parts = parts[gtk_drop_down_get_selected (self->what)],
    .width = gtk_spin_button_get_value (self->width),
    .height = gtk_spin_button_get_value (self->height),
    .title = self->title,
    .legend = gtk_switch_get_active (self->legend),
    .sources = gtk_switch_get_active (self->sources),
  };
  psg_paper_preview_show (PSG_PAPER_PREVIEW (self->preview), self->figure.width, self->figure.height,
                          _("Preview of the picture"));
}

static void
file_chosen_cb (GFile   *file,
                gpointer user_data)
{
  g_autoptr (PsgExportWindow) self = PSG_EXPORT_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL || self->scene == NULL)
    return;

  bytes = psg_figure_export (&self->figure, get_format (self), &error);
  if (bytes != NULL)
    psg_paper_form_save (self->toasts, file, bytes);
  else
    psg_paper_form_tell (self->toasts, error->message);
}

static void
save_clicked_cb (PsgExportWindow *self)
{
  const char *extension = psg_figure_format_get_extension (get_format (self));
  g_autofree char *own = psg_figure_dup_title (self->scene);
  g_autofree char *title = g_strdelimit (g_strdup (*self->title != '\0' ? self->title : own), "/\\:\n", '-');
  g_autofree char *name = g_strdup_printf ("%s.%s", title, extension);
  g_autofree char *pattern = g_strdup_printf ("*.%s", extension);

  psg_file_chooser_save (GTK_WINDOW (self), _("Export Picture"), name, psg_figure_format_get_name (get_format (self)),
                         pattern, file_chosen_cb, g_object_ref (self));
}

static void
psg_export_window_dispose (GObject *object)
{
  PsgExportWindow *self = PSG_EXPORT_WINDOW (object);

  g_clear_pointer (&self->scene, psg_scene_free);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (psg_export_window_parent_class)->dispose (object);
}

static void
psg_export_window_class_init (PsgExportWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_export_window_dispose;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkSpinButton *
add_length (GtkWidget  *form,
            const char *label)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (PSG_FIGURE_MIN_SIZE, PSG_FIGURE_MAX_SIZE, 10);

  psg_paper_form_add (form, label, spin);

  return GTK_SPIN_BUTTON (spin);
}

static GtkWidget *
new_form (PsgExportWindow *self)
{
  GtkWidget *form = psg_paper_form_new (), *caption = gtk_entry_new ();
  const char *what[] = { _("Timeline and map"), _("Timeline"), _("Map"), NULL };
  const char *looks[] = { _("Light"), _("Dark"), _("High contrast"), _("High contrast, dark"), NULL };
  const char *formats[PSG_FIGURE_N_FORMATS + 1] = { NULL }, *names[G_N_ELEMENTS (sizes) + 1] = { NULL };

  for (guint i = 0; i < PSG_FIGURE_N_FORMATS; i++)
    formats[i] = psg_figure_format_get_name (i);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    names[i] = g_dpgettext2 (NULL, "size", sizes[i].name);

  self->what = psg_paper_form_add_choice (form, _("_Show"), what);
  self->format = psg_paper_form_add_choice (form, _("_Format"), formats);
  self->size = psg_paper_form_add_choice (form, _("Si_ze"), names);
  self->width = add_length (form, _("_Width"));
  self->height = add_length (form, _("_Height"));
  self->look = psg_paper_form_add_choice (form, _("_Colours"), looks);
  self->caption = GTK_EDITABLE (caption);
  psg_paper_form_add (form, _("_Title"), caption);
  self->legend = psg_paper_form_add_switch (form, _("_Legend"), TRUE);
  self->sources = psg_paper_form_add_switch (form, _("S_ources"), FALSE);

  return form;
}

static void
psg_export_window_init (PsgExportWindow *self)
{
  GtkWidget *form = new_form (self), *save = gtk_button_new_with_mnemonic (_("_Export…"));

  self->preview = psg_paper_preview_new (draw_cb, self);
  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect_object (save, "clicked", G_CALLBACK (save_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_default_widget (GTK_WINDOW (self), save);
  self->toasts = psg_paper_form_lay_out (ADW_WINDOW (self), self->preview, form, save);
  gtk_window_set_title (GTK_WINDOW (self), _("Export Picture"));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

/* Once all is there: each choice alone would draw the preview anew. */
static void
watch (PsgExportWindow *self)
{
  GtkDropDown *choices[] = { self->what, self->format, self->size, self->look };
  GtkSwitch *switches[] = { self->legend, self->sources };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    g_signal_connect_object (choices[i], "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    g_signal_connect_object (switches[i], "notify::active", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->width, "value-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->height, "value-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->caption, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * psg_export_window_new:
 * @parent: the window it belongs to
 * @scene: (transfer full): what is shown
 *
 * Returns: (transfer none): a window, not yet shown; GTK owns it
 */
PsgExportWindow *
psg_export_window_new (GtkWindow *parent,
                       PsgScene  *scene)
{
  PsgExportWindow *self = g_object_new (PSG_TYPE_EXPORT_WINDOW, "transient-for", parent, NULL);
  g_autofree char *title = psg_figure_dup_title (scene);

  self->scene = scene;
  gtk_editable_set_text (self->caption, title);
  update (self);
  watch (self);

  return self;
}

/**
 * psg_export_window_get_figure:
 * @self: the window
 *
 * Returns: (transfer none): the picture as it would be written now
 */
const PsgFigure *
psg_export_window_get_figure (PsgExportWindow *self)
{
  g_return_val_if_fail (PSG_IS_EXPORT_WINDOW (self), NULL);

  return &self->figure;
}
