/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-export-window.h"

#include <glib/gi18n.h>

#include "psg-file-chooser.h"
#include "psg-film-recorder.h"
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
  { NC_("size", "Full HD screen"), 1920, 1080 },
  { NC_("size", "4K screen"), 3840, 2160 },
  { NC_("size", "Other"), 0, 0 },
};

/* After the formats of one picture. */
#define FORMAT_FILM PSG_FIGURE_N_FORMATS
/* In which it is usually recorded. */
#define FILM_SIZE 4
/* Of a recording so many pictures are drawn between two that are shown. */
#define PREVIEW_EVERY 10

static const PsgSceneParts parts[] = { PSG_SCENE_BOTH, PSG_SCENE_TIMELINE, PSG_SCENE_MAP };

struct _PsgExportWindow
{
  AdwWindow parent_instance;

  PsgScene *scene;   /* owned */
  PsgFigure figure;
  char *title;       /* owned: the figure's */
  PsgFilm *film;     /* (nullable): that is being recorded */
  guint n_drawn;     /* of it since one was shown */

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
  GtkWidget *film_rows[5];   /* what only a recording has */
  GtkDropDown *speed;
  GtkSpinButton *rate;
  GtkLabel *length;
  GtkWidget *form;
  GtkStack *below;           /* the button, and the recorder while it records */
  PsgFilmRecorder *recorder;
};

G_DEFINE_FINAL_TYPE (PsgExportWindow, psg_export_window, ADW_TYPE_WINDOW)

static gboolean
is_film (PsgExportWindow *self)
{
  return gtk_drop_down_get_selected (self->format) == FORMAT_FILM;
}

static void
draw_cb (cairo_t *cr,
         gpointer user_data)
{
  PsgExportWindow *self = user_data;

  if (self->film != NULL)
    psg_film_draw (self->film, cr);
  else
    psg_figure_draw (&self->figure, cr);
}

/* "2 min 5 s, 3125 pictures" */
static void
show_length (PsgExportWindow *self)
{
  guint rate = (guint) gtk_spin_button_get_value_as_int (self->rate);
  guint n = psg_film_count_frames (self->scene, gtk_drop_down_get_selected (self->speed), rate);
  guint seconds = (n + rate - 1) / rate;
  g_autofree char *text = NULL;

  if (n > PSG_FILM_MAX_FRAMES)
    text = g_strdup_printf (_("More than %u pictures"), PSG_FILM_MAX_FRAMES);
  else
    /* Translators: how long a recording is: minutes, seconds, and of how many pictures */
    text = g_strdup_printf (ngettext ("%u min %u s, %u picture", "%u min %u s, %u pictures", n),
                            seconds / 60, seconds % 60, n);
  gtk_label_set_label (self->length, text);
}

/* The day is not in the title of a recording, which adds each picture's. */
static void
format_changed_cb (PsgExportWindow *self)
{
  PsgSession *session = psg_scene_get_session (self->scene);
  const char *name = psg_text_get (psg_collection_get_info (psg_session_get_collection (session))->title);
  g_autofree char *dated = psg_figure_dup_title (self->scene);
  const char *from = is_film (self) ? dated : name, *to = is_film (self) ? name : dated;

  if (g_str_equal (gtk_editable_get_text (self->caption), from))
    gtk_editable_set_text (self->caption, to);
  /* Nobody has a screen of the size of paper. */
  if (is_film (self) && gtk_drop_down_get_selected (self->size) < FILM_SIZE)
    gtk_drop_down_set_selected (self->size, FILM_SIZE);
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

  for (guint i = 0; i < G_N_ELEMENTS (self->film_rows); i++)
    gtk_widget_set_visible (self->film_rows[i], is_film (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->sources), !is_film (self));
  if (is_film (self))
    show_length (self);
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
    .sources = !is_film (self) && gtk_switch_get_active (self->sources),
  };
  psg_paper_preview_show (PSG_PAPER_PREVIEW (self->preview), self->figure.width, self->figure.height,
                          _("Preview of the picture"));
}

/* (transfer full): of a file, without what names of files cannot have. */
static char *
dup_name (PsgExportWindow *self)
{
  g_autofree char *own = psg_figure_dup_title (self->scene);

  return g_strdelimit (g_strdup (*self->title != '\0' ? self->title : own), "/\\:\n", '-');
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

  bytes = psg_figure_export (&self->figure, gtk_drop_down_get_selected (self->format), &error);
  if (bytes != NULL)
    psg_paper_form_save (self->toasts, file, bytes);
  else
    psg_paper_form_tell (self->toasts, error->message);
}

/* Recording */

static void
progressed_cb (PsgExportWindow *self)
{
  if (self->n_drawn++ % PREVIEW_EVERY == 0)
    gtk_widget_queue_draw (self->preview);
}

static void
ended_cb (PsgExportWindow *self,
          GFile           *folder,
          const char      *message)
{
  self->film = NULL;
  gtk_stack_set_visible_child_name (self->below, "button");
  gtk_widget_set_sensitive (self->form, TRUE);
  gtk_widget_queue_draw (self->preview);
  if (folder != NULL)
    psg_paper_form_tell_saved (self->toasts, folder);
  else if (message != NULL)
    psg_paper_form_tell (self->toasts, message);
}

static void
record (PsgExportWindow *self,
        GFile           *parent)
{
  g_autofree char *name = NULL;

  if (g_file_peek_path (parent) == NULL)
    {
      psg_paper_form_tell (self->toasts, _("A recording can only be kept on this computer"));
      return;
    }

  name = dup_name (self);
  self->film = psg_film_new (&self->figure, gtk_drop_down_get_selected (self->speed),
                             (guint) gtk_spin_button_get_value_as_int (self->rate));
  self->n_drawn = 0;
  gtk_widget_set_sensitive (self->form, FALSE);
  gtk_stack_set_visible_child_name (self->below, "recorder");
  psg_film_recorder_start (self->recorder, self->film, parent, name);
}

static void
folder_chosen_cb (GFile   *folder,
                  gpointer user_data)
{
  g_autoptr (PsgExportWindow) self = PSG_EXPORT_WINDOW (user_data);

  if (folder != NULL && self->scene != NULL && self->film == NULL)
    record (self, folder);
}

static void
save_clicked_cb (PsgExportWindow *self)
{
  PsgFigureFormat format = gtk_drop_down_get_selected (self->format);
  g_autofree char *title = dup_name (self), *name = NULL, *pattern = NULL;

  if (is_film (self))
    {
      psg_file_chooser_folder (GTK_WINDOW (self), _("Where to Record"), folder_chosen_cb, g_object_ref (self));
      return;
    }

  name = g_strdup_printf ("%s.%s", title, psg_figure_format_get_extension (format));
  pattern = g_strdup_printf ("*.%s", psg_figure_format_get_extension (format));
  psg_file_chooser_save (GTK_WINDOW (self), _("Export Picture"), name, psg_figure_format_get_name (format), pattern,
                         file_chosen_cb, g_object_ref (self));
}

static void
psg_export_window_dispose (GObject *object)
{
  PsgExportWindow *self = PSG_EXPORT_WINDOW (object);

  if (self->recorder != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->recorder, self);
      psg_film_recorder_cancel (self->recorder);
      self->recorder = NULL;
    }
  self->film = NULL;
  g_clear_pointer (&self->scene, psg_scene_unref);
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

/* What a recording has besides. */
static void
add_film_rows (PsgExportWindow *self,
               GtkWidget       *form)
{
  const char *speeds[PSG_N_PLAYBACK_SPEEDS + 1] = { NULL };
  GtkWidget *speed, *rate = gtk_spin_button_new_with_range (PSG_FILM_MIN_RATE, PSG_FILM_MAX_RATE, 1);
  GtkWidget *length = gtk_label_new (NULL);

  for (guint i = 0; i < PSG_N_PLAYBACK_SPEEDS; i++)
    speeds[i] = psg_playback_speed_get_label (i);
  speed = gtk_drop_down_new_from_strings (speeds);
  self->film_rows[0] = psg_paper_form_add (form, _("S_peed"), speed);
  self->film_rows[1] = speed;
  self->speed = GTK_DROP_DOWN (speed);
  gtk_drop_down_set_selected (self->speed, PSG_PLAYBACK_SPEED_DEFAULT);
  self->film_rows[2] = psg_paper_form_add (form, _("_Pictures a second"), rate);
  self->film_rows[3] = rate;
  self->rate = GTK_SPIN_BUTTON (rate);
  gtk_spin_button_set_value (self->rate, PSG_FILM_RATE);
  gtk_widget_add_css_class (length, "dim-label");
  gtk_widget_add_css_class (length, "numeric");
  self->length = GTK_LABEL (length);
  self->film_rows[4] = length;
}

static GtkWidget *
new_form (PsgExportWindow *self)
{
  GtkWidget *form = psg_paper_form_new (), *caption = gtk_entry_new ();
  const char *what[] = { _("Timeline and map"), _("Timeline"), _("Map"), NULL };
  const char *looks[] = { _("Light"), _("Dark"), _("High contrast"), _("High contrast, dark"), NULL };
  const char *formats[PSG_FIGURE_N_FORMATS + 2] = { NULL }, *names[G_N_ELEMENTS (sizes) + 1] = { NULL };

  for (guint i = 0; i < PSG_FIGURE_N_FORMATS; i++)
    formats[i] = psg_figure_format_get_name (i);
  formats[FORMAT_FILM] = _("Recording, as numbered PNG");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    names[i] = g_dpgettext2 (NULL, "size", sizes[i].name);

  self->what = psg_paper_form_add_choice (form, _("_Show"), what);
  self->format = psg_paper_form_add_choice (form, _("_Format"), formats);
  self->size = psg_paper_form_add_choice (form, _("Si_ze"), names);
  self->width = add_length (form, _("_Width"));
  self->height = add_length (form, _("_Height"));
  add_film_rows (self, form);
  self->look = psg_paper_form_add_choice (form, _("_Colours"), looks);
  self->caption = GTK_EDITABLE (caption);
  psg_paper_form_add (form, _("_Title"), caption);
  self->legend = psg_paper_form_add_switch (form, _("_Legend"), TRUE);
  self->sources = psg_paper_form_add_switch (form, _("S_ources"), FALSE);

  return form;
}

/* The button that begins, under it how long a recording would be; in its place the recorder. */
static GtkWidget *
new_below (PsgExportWindow *self)
{
  GtkWidget *below = gtk_stack_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *save = gtk_button_new_with_mnemonic (_("_Export…")), *recorder = psg_film_recorder_new ();

  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect_object (save, "clicked", G_CALLBACK (save_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_default_widget (GTK_WINDOW (self), save);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->length));
  gtk_box_append (GTK_BOX (box), save);
  gtk_widget_set_valign (box, GTK_ALIGN_END);
  self->recorder = PSG_FILM_RECORDER (recorder);
  g_signal_connect_object (recorder, "progressed", G_CALLBACK (progressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (recorder, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  self->below = GTK_STACK (below);
  gtk_stack_add_named (self->below, box, "button");
  gtk_stack_add_named (self->below, recorder, "recorder");

  return below;
}

static void
psg_export_window_init (PsgExportWindow *self)
{
  self->form = new_form (self);
  self->preview = psg_paper_preview_new (draw_cb, self);
  self->toasts = psg_paper_form_lay_out (ADW_WINDOW (self), self->preview, self->form, new_below (self));
  gtk_window_set_title (GTK_WINDOW (self), _("Export Picture"));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

/* Once all is there: each choice alone would draw the preview anew. */
static void
watch (PsgExportWindow *self)
{
  GtkDropDown *choices[] = { self->what, self->format, self->size, self->look, self->speed };
  GtkSpinButton *numbers[] = { self->width, self->height, self->rate };
  GtkSwitch *switches[] = { self->legend, self->sources };

  g_signal_connect_object (self->format, "notify::selected", G_CALLBACK (format_changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    g_signal_connect_object (choices[i], "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    g_signal_connect_object (switches[i], "notify::active", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_signal_connect_object (numbers[i], "value-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
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

/**
 * psg_export_window_record:
 * @self: the window
 * @parent: where the new folder is to be
 *
 * Records the playback with what is chosen.
 */
void
psg_export_window_record (PsgExportWindow *self,
                          GFile           *parent)
{
  g_return_if_fail (PSG_IS_EXPORT_WINDOW (self));
  g_return_if_fail (self->film == NULL);

  record (self, parent);
}
