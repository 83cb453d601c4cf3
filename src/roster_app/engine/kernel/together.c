/* Moves of several people at once: into a shift that nobody may stand alone, and of bands that stand together. */
#include "draft.h"

static i32 is_gathered(const Form *f, i32 band) { return f->band_kind[band] != BAND_APART; }

static void want(Move *m, i32 person, i32 slot, i32 need) {
    m->person[m->count] = person;
    m->slot[m->count] = slot;
    m->need[m->count++] = need;
}

static i32 moves(const Move *m, i32 person) {
    for (i32 i = 0; i < m->count; i++)
        if (m->person[i] == person) return 1;
    return 0;
}

static i32 taken(const Move *m, i32 need) { /* how many the move adds to a need */
    i32 n = 0;
    for (i32 i = 0; i < m->count; i++) n += m->need[i] == need;
    return n;
}

static i32 slot_of(const Form *f, i32 need) { return f->watch_slot[f->need_watch[need]]; }

static i32 can_move(const Draft *d, const Move *m, i32 person, i32 slot) {
    return d->f->fixed[(i64)person * d->f->slots + slot] < 0 && !moves(m, person);
}

static i32 room_for(const Move *m) { return m->count + 2 <= MOST_CHANGES && m->count + 2 <= MOST_SIDES; }

/* A seat of the crew for somebody: an empty one, or else one whose holder takes the other's duty for it. */
static i32 join(const Draft *d, Room *r, Move *m, i32 person, i32 crew, i32 band) {
    const Form *f = d->f;
    i32 count = f->crew_needs[crew + 1] - f->crew_needs[crew], from = below(r, count);
    for (i32 pass = 0; pass < 2; pass++)
        for (i32 i = 0; i < count && room_for(m); i++) {
            i32 need = f->crew_need[f->crew_needs[crew] + (from + i) % count], slot = slot_of(f, need);
            if (!f->need_open[need] || standing_points(f, person, need) >= NEVER) continue;
            if (!can_move(d, m, person, slot)) continue;
            i32 mine = d->lines[(i64)person * f->slots + slot];
            if (!pass) {
                if (d->fill[need] + taken(m, need) >= f->need_most[need]) continue;
                want(m, person, slot, need);
                return 1;
            }
            if (!d->fill[need]) continue;
            i32 holder = d->holders[d->holder_at[need] + below(r, d->fill[need])], ours = 0;
            for (i32 k = f->band_people[band]; k < f->band_people[band + 1]; k++) ours |= f->band_person[k] == holder;
            if (ours || !can_move(d, m, holder, slot)) continue;
            want(m, person, slot, need);
            want(m, holder, slot, mine);
            return 1;
        }
    return 0;
}

/* Everybody of a band who could stand with a crew and does not yet. */
void pull_band(const Draft *d, Room *r, Move *m, i32 band, i32 crew) {
    const Form *f = d->f;
    m->count = 0;
    for (i32 i = f->band_people[band]; i < f->band_people[band + 1]; i++) {
        i32 person = f->band_person[i], stands = 0;
        for (i32 k = f->crew_needs[crew]; k < f->crew_needs[crew + 1]; k++)
            stands |= d->lines[(i64)person * f->slots + slot_of(f, f->crew_need[k])] == f->crew_need[k];
        if (stands) continue;
        if (f->band_kind[band] == BAND_SQUAD && !f->squad_free[(i64)crew * f->people + person]) continue;
        if (!join(d, r, m, person, crew, band)) {
            m->count = 0;
            return;
        }
    }
}

/* Everybody of a band who stands with a crew changes places with somebody who is free then. */
void push_band(const Draft *d, Room *r, Move *m, i32 band, i32 crew) {
    const Form *f = d->f;
    m->count = 0;
    for (i32 i = f->band_people[band]; i < f->band_people[band + 1]; i++)
        for (i32 k = f->crew_needs[crew]; k < f->crew_needs[crew + 1] && room_for(m); k++) {
            i32 need = f->crew_need[k], slot = slot_of(f, need), person = f->band_person[i];
            if (d->lines[(i64)person * f->slots + slot] != need || !can_move(d, m, person, slot)) continue;
            i32 other = below(r, f->people);
            if (!can_move(d, m, other, slot) || other == person) continue;
            want(m, person, slot, d->lines[(i64)other * f->slots + slot]);
            want(m, other, slot, need);
        }
}

/* Two bands exchange everything in some slots, one person with one. */
void exchange_bands(const Draft *d, Room *r, Move *m, i32 one, i32 other) {
    const Form *f = d->f;
    m->count = 0;
    i32 a = f->band_people[one + 1] - f->band_people[one], b = f->band_people[other + 1] - f->band_people[other];
    i32 slot = below(r, f->slots), slots = 1 + below(r, 3), pairs = a < b ? a : b;
    if (one == other || 2 * pairs > MOST_SIDES) return;
    for (i32 t = slot; t < f->slots && t < slot + slots; t++)
        for (i32 i = 0; i < pairs && m->count + 2 <= MOST_CHANGES; i++) {
            i32 p = f->band_person[f->band_people[one] + i], q = f->band_person[f->band_people[other] + i];
            i64 at_p = (i64)p * f->slots + t, at_q = (i64)q * f->slots + t;
            if (p == q || f->fixed[at_p] >= 0 || f->fixed[at_q] >= 0 || d->lines[at_p] == d->lines[at_q]) continue;
            want(m, p, t, d->lines[at_q]);
            want(m, q, t, d->lines[at_p]);
        }
}

/* All empty seats of a crew at once, each to somebody free; those who come in a band bring the band. */
void fill_crew(const Draft *d, Room *r, Move *m, i32 crew) {
    const Form *f = d->f;
    m->count = 0;
    for (i32 k = f->crew_needs[crew]; k < f->crew_needs[crew + 1]; k++) {
        i32 need = f->crew_need[k], slot = slot_of(f, need);
        if (!f->need_open[need]) continue;
        i32 empty = f->need_wanted[need] - d->fill[need] - taken(m, need);
        for (i32 n = 0; n < empty && room_for(m); n++)
            for (i32 tries = 0; tries < 24; tries++) {
                i32 person = below(r, f->people);
                if (d->lines[(i64)person * f->slots + slot] >= 0 || !can_move(d, m, person, slot)) continue;
                if (standing_points(f, person, need) >= NEVER) continue;
                want(m, person, slot, need);
                break;
            }
    }
}

/* A move of one of these kinds. */
void together(const Draft *d, Room *r, Move *m) {
    const Form *f = d->f;
    m->count = 0;
    if (!f->crews) return;
    i32 crew = below(r, f->crews);
    if (!f->bands || chance(r) < 0.1) {
        fill_crew(d, r, m, crew);
        return;
    }
    i32 band = below(r, f->bands), other = below(r, f->bands);
    if (!is_gathered(f, band)) return;
    double way = chance(r);
    if (way < 0.4) pull_band(d, r, m, band, crew);
    else if (way < 0.6) push_band(d, r, m, band, crew);
    else if (is_gathered(f, other)) exchange_bands(d, r, m, band, other);
}

/* Bands and crews that single seats cannot begin: every band is tried in every crew, then every crew as a whole. */
void gather(Draft *d, Room *r, i64 limit) {
    const Form *f = d->f;
    Move m;
    i32 from = f->bands ? below(r, f->bands) : 0;
    for (i32 crew = 0; crew < f->crews; crew++)
        for (i32 i = 0; i < f->bands && f->crew_bands[crew]; i++) {
            i32 band = (from + i) % f->bands;
            if (!is_gathered(f, band)) continue;
            pull_band(d, r, &m, band, crew);
            if (m.count && draft_try(d, r, &m, limit) < NEVER) from = (band + 1) % f->bands;
        }
}

void fill_crews(Draft *d, Room *r, i64 limit, i32 tries) {
    Move m;
    for (i32 crew = 0; crew < d->f->crews; crew++)
        for (i32 n = 0; n < tries; n++) {
            fill_crew(d, r, &m, crew);
            if (!m.count || draft_try(d, r, &m, limit) < NEVER) break;
        }
}
