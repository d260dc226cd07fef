/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-comparison.h"

/*
 * Who claims what on an event or a crossing, and what two parties say on one matter. A matter is an event that
 * both speak of: what the data do not tell to be about the same is not set against each other.
 */

struct _PsgComparison
{
  PsgCollection *collection;
  guint subject;       /* the event's row, or PSG_ROW_NONE for a crossing */
  GPtrArray *parties;  /* PsgParty, those with most claims first */
  GHashTable *by_id;   /* id → PsgParty, borrowed */
  GHashTable *claims;  /* ids of the claims taken in, borrowed from them */
};

static void
free_party (gpointer data)
{
  PsgParty *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->voice);
  g_ptr_array_unref (self->claims);
  g_free (self);
}

static void
free_matter (gpointer data)
{
  PsgMatter *self = data;

  g_ptr_array_unref (self->sides[0]);
  g_ptr_array_unref (self->sides[1]);
  g_free (self);
}

/* A speaker who is no actor is known by name. */
static const char *
get_key (const PsgClaim *claim)
{
  return claim->party != NULL ? claim->party : psg_text_get (claim->speaker);
}

static char *
dup_name (PsgComparison  *self,
          const PsgClaim *claim)
{
  g_autoptr (PsgActor) actor = NULL;

  if (claim->party != NULL)
    actor = psg_collection_load_actor (self->collection, claim->party, NULL);

  return g_strdup (psg_text_get (actor != NULL ? actor->name : claim->speaker));
}

static void
take_claim (PsgComparison *self,
            PsgClaim      *claim)
{
  const char *key = get_key (claim);
  PsgParty *party = g_hash_table_lookup (self->by_id, key);

  if (party == NULL)
    {
      party = g_new0 (PsgParty, 1);
      party->id = g_strdup (claim->party != NULL ? claim->party : claim->id);
      party->name = dup_name (self, claim);
      party->voice = g_strdup (claim->affiliation);
      party->claims = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_claim_unref);
      g_ptr_array_add (self->parties, party);
      g_hash_table_insert (self->by_id, g_strdup (key), party);
    }

  g_ptr_array_add (party->claims, claim);
  g_hash_table_add (self->claims, claim->id);
}

static gboolean
take_event (PsgComparison *self,
            guint          row,
            GError       **error)
{
  g_autoptr (PsgEvent) event = psg_collection_load_event (self->collection, row, error);

  for (guint i = 0; event != NULL && event->claims != NULL && event->claims[i] != NULL; i++)
    {
      PsgClaim *claim;

      if (g_hash_table_contains (self->claims, event->claims[i]))
        continue;
      claim = psg_collection_load_claim (self->collection, event->claims[i], error);
      if (claim == NULL)
        return FALSE;
      take_claim (self, claim);
    }

  return event != NULL;
}

static gboolean
take_subject (PsgComparison *self,
              PsgKind        kind,
              const char    *id,
              GError       **error)
{
  g_autoptr (GArray) rows = NULL;

  if (kind == PSG_KIND_EVENT)
    {
      self->subject = psg_event_table_find (psg_collection_get_events (self->collection), id);
      return self->subject != PSG_ROW_NONE && take_event (self, self->subject, error);
    }

  rows = psg_collection_load_events_about (self->collection, PSG_KIND_CROSSING, id, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (!take_event (self, g_array_index (rows, guint, i), error))
      return FALSE;

  return rows != NULL;
}

static int
compare_parties (gconstpointer a,
                 gconstpointer b)
{
  const PsgParty *first = *(PsgParty *const *) a;
  const PsgParty *second = *(PsgParty *const *) b;

  return (int) second->claims->len - (int) first->claims->len;
}

/**
 * psg_comparison_new:
 * @collection: a collection
 * @kind: %PSG_KIND_EVENT or %PSG_KIND_CROSSING
 * @id: of one of its events or crossings
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the claims on it, by party; %NULL with @error set, or if there is no
 *   such event
 */
PsgComparison *
psg_comparison_new (PsgCollection *collection,
                    PsgKind        kind,
                    const char    *id,
                    GError       **error)
{
  g_autoptr (PsgComparison) self = g_new0 (PsgComparison, 1);

  g_return_val_if_fail (kind == PSG_KIND_EVENT || kind == PSG_KIND_CROSSING, NULL);

  self->collection = g_object_ref (collection);
  self->subject = PSG_ROW_NONE;
  self->parties = g_ptr_array_new_with_free_func (free_party);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->claims = g_hash_table_new (g_str_hash, g_str_equal);
  if (!take_subject (self, kind, id, error))
    return NULL;
  g_ptr_array_sort (self->parties, compare_parties);

  return g_steal_pointer (&self);
}

void
psg_comparison_free (PsgComparison *self)
{
  g_clear_pointer (&self->claims, g_hash_table_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->parties, g_ptr_array_unref);
  g_clear_object (&self->collection);
  g_free (self);
}

/**
 * psg_comparison_get_parties:
 *
 * Returns: (transfer none) (element-type PsgParty): who makes the claims, those with most first; accounts can
 *   be compared if there are two
 */
GPtrArray *
psg_comparison_get_parties (PsgComparison *self)
{
  return self->parties;
}

static gboolean
find_party (PsgComparison *self,
            const char    *id,
            guint         *index)
{
  for (guint i = 0; i < self->parties->len; i++)
    if (g_str_equal (((const PsgParty *) g_ptr_array_index (self->parties, i))->id, id))
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

/* Whom to set beside a party: whoever says most with another voice. A state and its border guard give one account. */
static guint
find_other (PsgComparison *self,
            guint          party)
{
  const char *voice = ((const PsgParty *) g_ptr_array_index (self->parties, party))->voice;

  for (guint i = 0; voice != NULL && i < self->parties->len; i++)
    if (g_strcmp0 (((const PsgParty *) g_ptr_array_index (self->parties, i))->voice, voice) != 0)
      return i;

  return party == 0 ? 1 : 0;
}

/**
 * psg_comparison_choose:
 * @self: a comparison with two parties or more
 * @choice: (nullable): ids of two parties, with a comma between
 * @parties: (out): the indices of two different parties: those that were chosen as far as they are there,
 *   else those with most claims, of two voices if there are two
 */
void
psg_comparison_choose (PsgComparison *self,
                       const char    *choice,
                       guint          parties[2])
{
  g_auto (GStrv) ids = g_strsplit (choice != NULL ? choice : "", ",", 3);
  guint n = g_strv_length (ids);

  parties[0] = 0;
  if (n > 0)
    find_party (self, ids[0], &parties[0]);
  if (n < 2 || !find_party (self, ids[1], &parties[1]) || parties[1] == parties[0])
    parties[1] = find_other (self, parties[0]);
}

static PsgMatter *
new_matter (guint row)
{
  PsgMatter *self = g_new0 (PsgMatter, 1);

  self->row = row;
  for (guint side = 0; side < 2; side++)
    self->sides[side] = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_claim_unref);

  return self;
}

/* Every event some claim of either party bears on, but for the subject, which all do. */
static GPtrArray *
list_candidates (PsgComparison    *self,
                 const GPtrArray  *claims[2])
{
  PsgEventTable *events = psg_collection_get_events (self->collection);
  g_autoptr (GHashTable) by_row = g_hash_table_new (NULL, NULL);
  GPtrArray *matters = g_ptr_array_new_with_free_func (free_matter);

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < claims[side]->len; i++)
      {
        PsgClaim *claim = g_ptr_array_index (claims[side], i);

        for (guint j = 0; claim->events != NULL && claim->events[j] != NULL; j++)
          {
            guint row = psg_event_table_find (events, claim->events[j]);
            PsgMatter *matter = g_hash_table_lookup (by_row, GUINT_TO_POINTER (row + 1));

            if (row == PSG_ROW_NONE || row == self->subject)
              continue;
            if (matter == NULL)
              {
                matter = new_matter (row);
                g_hash_table_insert (by_row, GUINT_TO_POINTER (row + 1), matter);
                g_ptr_array_add (matters, matter);
              }
            g_ptr_array_add (matter->sides[side], psg_claim_ref (claim));
          }
      }

  return matters;
}

/* The narrower a matter, the closer what is said on it. */
static int
compare_width (gconstpointer a,
               gconstpointer b)
{
  const PsgMatter *first = *(PsgMatter *const *) a;
  const PsgMatter *second = *(PsgMatter *const *) b;
  guint n_first = first->sides[0]->len + first->sides[1]->len;
  guint n_second = second->sides[0]->len + second->sides[1]->len;

  if (n_first != n_second)
    return n_first < n_second ? -1 : 1;

  return first->row < second->row ? -1 : first->row > second->row;
}

static int
compare_time (gconstpointer a,
              gconstpointer b)
{
  const PsgMatter *first = *(PsgMatter *const *) a;
  const PsgMatter *second = *(PsgMatter *const *) b;

  return first->row < second->row ? -1 : first->row > second->row;
}

static void
drop_taken (GPtrArray  *claims,
            GHashTable *taken)
{
  for (guint i = claims->len; i-- > 0;)
    if (g_hash_table_contains (taken, g_ptr_array_index (claims, i)))
      g_ptr_array_remove_index (claims, i);
}

/* Leaves the matters on which both have something to say that was not said before. */
static void
take_matters (GPtrArray  *matters,
              GHashTable *taken)
{
  g_ptr_array_sort (matters, compare_width);
  for (guint i = 0; i < matters->len;)
    {
      PsgMatter *matter = g_ptr_array_index (matters, i);

      for (guint side = 0; side < 2; side++)
        drop_taken (matter->sides[side], taken);
      if (matter->sides[0]->len == 0 || matter->sides[1]->len == 0)
        {
          g_ptr_array_remove_index (matters, i);
          continue;
        }

      for (guint side = 0; side < 2; side++)
        for (guint j = 0; j < matter->sides[side]->len; j++)
          g_hash_table_add (taken, g_ptr_array_index (matter->sides[side], j));
      i++;
    }
  g_ptr_array_sort (matters, compare_time);
}

/**
 * psg_comparison_list_matters:
 * @self: a comparison
 * @first: index of a party
 * @second: index of another
 *
 * Each claim is there once: on the narrowest other event on which the other party has a claim too, else last, on
 * what is left.
 *
 * Returns: (transfer full) (element-type PsgMatter): what they say, in order of time, with what is left at the end
 */
GPtrArray *
psg_comparison_list_matters (PsgComparison *self,
                             guint          first,
                             guint          second)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  const GPtrArray *claims[2];
  PsgMatter *rest = new_matter (PSG_ROW_NONE);
  GPtrArray *matters;

  g_return_val_if_fail (first < self->parties->len && second < self->parties->len, NULL);

  claims[0] = ((const PsgParty *) g_ptr_array_index (self->parties, first))->claims;
  claims[1] = ((const PsgParty *) g_ptr_array_index (self->parties, second))->claims;
  matters = list_candidates (self, claims);
  take_matters (matters, taken);

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < claims[side]->len; i++)
      if (!g_hash_table_contains (taken, g_ptr_array_index (claims[side], i)))
        g_ptr_array_add (rest->sides[side], psg_claim_ref (g_ptr_array_index (claims[side], i)));

  if (rest->sides[0]->len > 0 || rest->sides[1]->len > 0)
    g_ptr_array_add (matters, rest);
  else
    free_matter (rest);

  return matters;
}
