/* Annealing over exchanges: two people exchange duties of a day, of some days, or of two separate days. */
#include "draft.h"

#include <math.h>
#include <stdlib.h>

#define LONGEST 7           /* days in a row that two people exchange at most */
#define NATIVE 0.5          /* how often the other one is somebody at home there */
#define TOGETHER 0.15       /* how often several move at once where bands or empty crews ask for it */
#define TRIES 12            /* looks for a person or slot of the kind wanted */
#define LOOK_AGAIN 4096     /* proposals between two looks for vacancies */
#define MOST_VACANT 512

typedef struct {
    Draft *d;
    Room *r;
    const i32 *people;      /* those whose lines may be changed */
    i32 count;
    i32 vacant[MOST_VACANT], vacancies;
    i32 gathered;           /* 1 where bands stand together */
    i32 *natives_at, *natives;      /* for each place those whom it costs least to stand there */
    Move m;
} Search;

static i32 somebody(Search *s) { return s->people[below(s->r, s->count)]; }

static i32 held(const Search *s, i32 person, i32 slot) { return s->d->lines[(i64)person * s->d->f->slots + slot]; }

static i32 is_fixed(const Search *s, i32 person, i32 slot) {
    return s->d->f->fixed[(i64)person * s->d->f->slots + slot] >= 0;
}

static void want(Search *s, i32 person, i32 slot, i32 need) {
    Move *m = &s->m;
    m->person[m->count] = person;
    m->slot[m->count] = slot;
    m->need[m->count++] = need;
}

static void exchange(Search *s, i32 one, i32 other, i32 slot) {
    i32 mine = held(s, one, slot), theirs = held(s, other, slot);
    if (mine == theirs || is_fixed(s, one, slot) || is_fixed(s, other, slot)) return;
    want(s, one, slot, theirs);
    want(s, other, slot, mine);
}

static i32 native_of(Search *s, i32 need) { /* somebody at home where the need is, or anybody */
    i32 place = s->d->f->need_place[need], from = s->natives_at[place], count = s->natives_at[place + 1] - from;
    return count ? s->natives[from + below(s->r, count)] : somebody(s);
}

static i32 duty_of(Search *s, i32 person) { /* a slot in which the person stands, -1 */
    for (i32 n = 0; n < TRIES; n++) {
        i32 slot = below(s->r, s->d->f->slots);
        if (held(s, person, slot) >= 0) return slot;
    }
    return -1;
}

static void one_slot(Search *s) {
    i32 one = somebody(s), slot = duty_of(s, one);
    if (slot < 0) return;
    i32 other = chance(s->r) < NATIVE ? native_of(s, held(s, one, slot)) : somebody(s);
    if (one != other) exchange(s, one, other, slot);
}

static void two_slots(Search *s) { /* what one gives the other takes, and the other way round elsewhere */
    i32 one = somebody(s), give = duty_of(s, one);
    if (give < 0) return;
    i32 other = chance(s->r) < NATIVE ? native_of(s, held(s, one, give)) : somebody(s);
    if (one == other || held(s, other, give) >= 0) return;
    for (i32 n = 0; n < TRIES; n++) {
        i32 take = below(s->r, s->d->f->slots);
        if (held(s, other, take) < 0 || held(s, one, take) >= 0) continue;
        exchange(s, one, other, give);
        exchange(s, one, other, take);
        return;
    }
}

static void stretch(Search *s) {
    const Form *f = s->d->f;
    i32 one = somebody(s), other = somebody(s), slot = below(s->r, f->slots);
    if (one == other) return;
    i32 last = f->slot_day[slot] + 1 + below(s->r, LONGEST - 1);
    for (; slot < f->slots && f->slot_day[slot] <= last && s->m.count < MOST_CHANGES - 1; slot++)
        exchange(s, one, other, slot);
}

static void three(Search *s) { /* round in a circle */
    i32 a = somebody(s), b = somebody(s), c = somebody(s), slot = duty_of(s, a);
    if (a == b || b == c || a == c || slot < 0) return;
    if (is_fixed(s, a, slot) || is_fixed(s, b, slot) || is_fixed(s, c, slot)) return;
    i32 first = held(s, a, slot);
    want(s, a, slot, held(s, b, slot));
    want(s, b, slot, held(s, c, slot));
    want(s, c, slot, first);
}

static void fill(Search *s) { /* somebody takes a vacancy and may hand over a duty of near days for it */
    const Form *f = s->d->f;
    i32 need = s->vacant[below(s->r, s->vacancies)], slot = f->watch_slot[f->need_watch[need]], one = somebody(s);
    if (held(s, one, slot) == need || is_fixed(s, one, slot)) return;
    want(s, one, slot, need);
    i32 other = somebody(s), near = slot - LONGEST + below(s->r, 2 * LONGEST + 1);
    if (near == slot || near < 0 || near >= f->slots || chance(s->r) < 0.4) return;
    if (held(s, one, near) < 0 || is_fixed(s, one, near)) return;
    if (other != one && held(s, other, near) < 0) exchange(s, one, other, near);
    else want(s, one, near, -1); /* the vacancy moves there */
}

static void change(Search *s) { /* somebody stands elsewhere, or not at all */
    const Form *f = s->d->f;
    i32 one = somebody(s), slot = below(s->r, f->slots);
    i32 count = f->slot_needs[slot + 1] - f->slot_needs[slot];
    i32 need = f->slot_needs[slot] + below(s->r, count + 1);
    if (need == f->slot_needs[slot + 1]) need = -1;
    if (need == held(s, one, slot) || is_fixed(s, one, slot) || (need >= 0 && !f->need_open[need])) return;
    want(s, one, slot, need);
}

static void find_natives(Search *s) {
    const Form *f = s->d->f;
    s->natives_at = malloc(sizeof(i32) * (f->places + 1));
    s->natives = malloc(sizeof(i32) * ((i64)f->places * s->count + 1));
    i32 n = 0;
    for (i32 place = 0; place < f->places; place++) {
        i32 least = NEVER;
        for (i32 c = 0; c < f->person_places; c++)
            if (f->place_points[c * f->places + place] < least) least = f->place_points[c * f->places + place];
        s->natives_at[place] = n;
        for (i32 i = 0; i < s->count && least < NEVER; i++)
            if (f->place_points[f->place[s->people[i]] * f->places + place] == least) s->natives[n++] = s->people[i];
    }
    s->natives_at[f->places] = n;
}

static void look_for_vacancies(Search *s) {
    const Form *f = s->d->f;
    s->vacancies = 0;
    i32 from = f->needs ? below(s->r, f->needs) : 0;
    for (i32 i = 0; i < f->needs && s->vacancies < MOST_VACANT; i++) {
        i32 need = (from + i) % f->needs;
        if (f->need_open[need] && s->d->fill[need] < f->need_wanted[need]) s->vacant[s->vacancies++] = need;
    }
}

static void propose(Search *s, i32 elastic) {
    double way = chance(s->r);
    s->m.count = 0;
    if (s->d->crews && (s->gathered || s->vacancies) && chance(s->r) < TOGETHER) together(s->d, s->r, &s->m);
    else if (s->vacancies && way < 0.15) fill(s);
    else if (elastic && way < 0.3) change(s);
    else if (way < 0.60) one_slot(s);
    else if (way < 0.82) two_slots(s);
    else if (way < 0.95) stretch(s);
    else three(s);
}

/* Try so many moves; one that costs n points more is accepted with probability exp(-n / temperature). Without
 * `elastic` only exchanges among the people named, so that other threads may do the same with others. */
i64 anneal(Draft *d, Room *r, const i32 *people, i32 count, i64 proposals, double temperature, i32 elastic) {
    Search s = {.d = d, .r = r, .people = people, .count = count};
    r->gain = r->broken = 0;
    if (count < 1 || !d->f->slots) return 0;
    find_natives(&s);
    for (i32 b = 0; b < d->f->bands; b++) s.gathered |= d->f->band_kind[b] != BAND_APART;
    for (i64 n = 0; n < proposals; n++) {
        if (elastic && n % LOOK_AGAIN == 0) look_for_vacancies(&s);
        propose(&s, elastic);
        r->proposals++;
        if (!s.m.count) continue;
        double heat = -log(chance(r) + 1e-300) * temperature;
        if (draft_try(d, r, &s.m, heat < HARD / 4 ? (i64)heat : HARD / 4) < NEVER) r->accepted++;
    }
    free(s.natives_at);
    free(s.natives);
    return r->gain;
}

/* Add what rooms have gained to the draft's own count. */
void settle(Draft *d, Room *r) {
    d->cost += r->gain;
    d->broken_crews += r->broken;
    r->gain = r->broken = 0;
}
