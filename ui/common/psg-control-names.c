/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-control-names.h"

#include <adwaita.h>
#include <string.h>

/*
 * What GTK 4.8 leaves unsaid of buttons: one with an icon alone is called by the type of its image,
 * though it has a tooltip; one with a mnemonic is called "_Open Open"; what opens a menu or a
 * drop-down has a button within that knows nothing of it. Names that were given are left alone.
 *
 * It is done for all buttons as they are mapped, those of libraries too.
 */

static gboolean
has_label (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* "Open" for "Open (Ctrl+O)": which keys there are is said by what describes it. */
static char *
words_of (const char *tooltip)
{
  const char *keys = g_str_has_suffix (tooltip, ")") ? strrchr (tooltip, '(') : NULL;
  char *words = keys != NULL && keys > tooltip ? g_strndup (tooltip, (gsize) (keys - tooltip)) : g_strdup (tooltip);

  return g_strstrip (words);
}

static void
name_by_tooltip (GtkWidget *button)
{
  const char *tooltip = gtk_widget_get_tooltip_text (button);
  g_autofree char *words = tooltip != NULL ? words_of (tooltip) : NULL;

  if (words != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
tooltip_changed_cb (GtkWidget *button)
{
  name_by_tooltip (button);
}

/* It goes on being named so when the tooltip changes. */
static void
follow_tooltip (GtkWidget *button)
{
  name_by_tooltip (button);
  g_signal_connect (button, "notify::tooltip-text", G_CALLBACK (tooltip_changed_cb), NULL);
}

/* The label has it already, without the underscore. */
static void
forget_mnemonic (GtkWidget  *button,
                 const char *label)
{
  g_autofree char *differs = NULL;

  if (strchr (label, '_') == NULL || !has_label (button))
    return;
  differs = gtk_test_accessible_check_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  if (differs == NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
name_by_outer (GtkWidget *button,
               GtkWidget *outer)
{
  if (!has_label (outer) && gtk_widget_get_tooltip_text (outer) != NULL)
    follow_tooltip (outer);
  if (!has_label (button))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, outer, NULL, -1);
}

/* What is within what opens something, and has no words of its own. */
static gboolean
is_inner (GtkWidget *outer)
{
  return GTK_IS_DROP_DOWN (outer)
         || (GTK_IS_MENU_BUTTON (outer) && gtk_menu_button_get_label (GTK_MENU_BUTTON (outer)) == NULL);
}

static void
name_button (GtkWidget *button)
{
  GtkWidget *outer = gtk_widget_get_parent (button);
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (button));
  const char *label = gtk_button_get_label (GTK_BUTTON (button));

  if (ADW_IS_BUTTON_CONTENT (child))
    label = adw_button_content_get_label (ADW_BUTTON_CONTENT (child));

  if (label != NULL)
    forget_mnemonic (button, label);
  else if (is_inner (outer))
    name_by_outer (button, outer);
  else if (!has_label (button))
    follow_tooltip (button);
}

static gboolean
mapped_cb (GSignalInvocationHint *hint,
           guint                  n_values,
           const GValue          *values,
           gpointer               data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (GTK_IS_BUTTON (widget))
    name_button (widget);

  return TRUE;
}

/**
 * psg_control_names_watch:
 *
 * Gives words to buttons from now on. GTK must have been initialised; may be called more than once.
 */
void
psg_control_names_watch (void)
{
  static gsize watching;

  if (g_once_init_enter (&watching))
    {
      g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
      g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
      g_once_init_leave (&watching, 1);
    }
}
