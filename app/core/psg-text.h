/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PsgText:
 *
 * Something people read, in one or more languages: a language map from BCP 47
 * tags to UTF-8 strings, in the order given (the first is the reference
 * language). Immutable and reference-counted.
 */
typedef struct _PsgText PsgText;

#define PSG_TYPE_TEXT (psg_text_get_type ())
GType psg_text_get_type (void) G_GNUC_CONST;

PsgText    *psg_text_new        (const char *const *pairs);
PsgText    *psg_text_new_single (const char *language, const char *value);
PsgText    *psg_text_ref        (PsgText *self);
void        psg_text_unref      (PsgText *self);

guint       psg_text_get_n      (const PsgText *self);
const char *psg_text_get_language (const PsgText *self, guint index);
const char *psg_text_get_value  (const PsgText *self, guint index);
const char *psg_text_lookup     (const PsgText *self, const char *language);
const char *psg_text_get        (const PsgText *self);
gboolean    psg_text_is_translated (const PsgText *self);

const char *const *psg_text_get_preferred (void);
void        psg_text_set_preferred (const char *const *languages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgText, psg_text_unref)

G_END_DECLS
