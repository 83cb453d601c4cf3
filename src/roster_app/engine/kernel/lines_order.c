/* The order of a line as a machine: its states are all that pairs, runs, rests and weekends still need to know of what
 * came before. States are found when they are walked into, and equal ones are one. */
#include "lines.h"

#include <stdlib.h>
#include <string.h>

#define MEMORY 48
#define A_DAY 4                 /* duties of one day that are told apart */
#define OPEN 0x4000             /* a run that may have begun before what is known */
#define UNKNOWN (-2)

typedef struct {
    uint16_t at[MEMORY];
} Memory;

typedef struct {
    i32 gap;                    /* days to the next slot */
    u64 sundays;                /* bit d: the d-th of them ends a weekend */
} Kind;

struct Order {
    const Form *f;
    i32 contract, breach, sound, symbols;
    i32 reach, day, runs, afters;       /* what a memory holds: days, duties a day */
    i32 at_today, at_runs, at_afters, at_yesterday, width;
    i32 *symbol_of;             /* [watches] */
    i32 *symbol_kind;
    u32 *symbol_classes;
    uint16_t *same;             /* [(reach + 1) * kinds] duties with an equal future, 0: with none */
    i32 kinds;                  /* of slots */
    Kind *kind;
    i32 *slot_kind;             /* [slots] */
    i32 states, room, buckets;
    Memory *memory;
    i32 *bucket;                /* hash table of states */
    Step *step;                 /* [room * kinds * (symbols + 1)] */
};

static i64 pair_of(const Order *o, i32 before, i32 after, i32 days) {
    const Form *f = o->f;
    return f->pair[(((i64)o->contract * f->kinds + before) * f->kinds + after) * (f->reach + 1) + days];
}

/* --- which duties are alike ---------------------------------------------------------------------------------------- */

static i32 same_future(const Order *o, i32 a, i32 b, i32 from) { /* b -1: no future at all */
    for (i32 k = 0; k < o->f->kinds; k++)
        for (i32 r = from; r <= o->f->reach; r++)
            if (pair_of(o, a, k, r) != (b < 0 ? 0 : pair_of(o, b, k, r))) return 0;
    return 1;
}

static void find_futures(Order *o) {
    i32 kinds = o->f->kinds;
    o->same = calloc((size_t)(o->f->reach + 1) * kinds + 1, sizeof(uint16_t));
    for (i32 r = 0; r <= o->f->reach; r++)
        for (i32 a = 0; a < kinds; a++) {
            if (same_future(o, a, -1, r)) continue;
            i32 b = 0;
            while (b < a && !same_future(o, a, b, r)) b++;
            o->same[r * kinds + a] = (uint16_t)(b + 1);
        }
    o->reach = o->f->reach; /* days that matter */
    for (; o->reach > 0; o->reach--) {
        i32 used = 0;
        for (i32 a = 0; a < kinds; a++) used |= o->same[o->reach * kinds + a];
        if (used) break;
    }
}

static i32 same_symbol(const Order *o, i32 a, i32 b) {
    if (o->same[a] != o->same[b]) return 0;
    for (i32 k = 0; k < o->f->kinds; k++)
        for (i32 r = 0; r <= o->f->reach; r++)
            if (pair_of(o, k, a, r) != pair_of(o, k, b, r)) return 0;
    return 1;
}

static void find_symbols(Order *o) {
    const Form *f = o->f;
    u32 used = f->half_weekend[o->contract] ? 1 : 0;
    for (i32 r = f->run_first[o->contract]; r < f->run_first[o->contract + 1]; r++) used |= 1u << f->run_class[r];
    for (i32 a = f->after_first[o->contract]; a < f->after_first[o->contract + 1]; a++)
        used |= 1u | 1u << f->after_class[a];
    i32 *alike = malloc(sizeof(i32) * (f->kinds + 1));
    for (i32 k = 0; k < f->kinds; k++)
        for (alike[k] = 0; !same_symbol(o, k, alike[k]); alike[k]++);
    o->symbol_of = malloc(sizeof(i32) * (f->watches + 1));
    o->symbol_kind = malloc(sizeof(i32) * (f->watches + 1));
    o->symbol_classes = malloc(sizeof(u32) * (f->watches + 1));
    for (i32 w = 0; w < f->watches; w++) {
        i32 kind = alike[f->watch_kind[w]], s = 0;
        u32 classes = f->watch_classes[w] & used;
        while (s < o->symbols && (o->symbol_kind[s] != kind || o->symbol_classes[s] != classes)) s++;
        if (s == o->symbols) {
            o->symbol_kind[s] = kind;
            o->symbol_classes[s] = classes;
            o->symbols++;
        }
        o->symbol_of[w] = s;
    }
    free(alike);
}

static void find_kinds(Order *o) {
    const Form *f = o->f;
    o->slot_kind = malloc(sizeof(i32) * (f->slots + 1));
    o->kind = malloc(sizeof(Kind) * (f->slots + 1));
    for (i32 t = 0; t < f->slots; t++) {
        Kind own = {(t + 1 < f->slots ? f->slot_day[t + 1] : f->days) - f->slot_day[t], 0};
        for (i32 n = 0; n < f->weekends; n++) {
            i32 ends = f->weekend_day[n] + 1 - f->slot_day[t];
            if (ends >= 0 && ends < own.gap && ends < 64) own.sundays |= 1ULL << ends;
        }
        if (!f->half_weekend[o->contract]) own.sundays = 0;
        i32 k = 0;
        while (k < o->kinds && (o->kind[k].gap != own.gap || o->kind[k].sundays != own.sundays)) k++;
        if (k == o->kinds) o->kind[o->kinds++] = own;
        o->slot_kind[t] = k;
    }
}

/* --- what is remembered --------------------------------------------------------------------------------------------- */

static i32 slots_a_day(const Form *f) {
    i32 most = 1, now = 1;
    for (i32 t = 1; t < f->slots; t++) {
        now = f->slot_day[t] == f->slot_day[t - 1] ? now + 1 : 1;
        if (now > most) most = now;
    }
    return most;
}

static i32 earns(const Order *o) { /* does a pair give points? Then leaving it out is no relaxation */
    const Form *f = o->f;
    i64 from = (i64)o->contract * f->kinds * f->kinds * (f->reach + 1), n = (i64)f->kinds * f->kinds * (f->reach + 1);
    for (i64 i = from; i < from + n; i++)
        if (f->pair[i] < 0) return 1;
    return 0;
}

static i32 asks_of_history(const Order *o) { /* do rules ask what was before the period, or comes after it? */
    const Form *f = o->f;
    i32 asks = f->after_first[o->contract + 1] > f->after_first[o->contract];
    for (i32 r = f->run_first[o->contract]; r < f->run_first[o->contract + 1]; r++)
        asks |= f->run_least[r] > 1 || f->run_off[r];
    return asks && (f->first > 0 || f->last < f->days - 1);
}

static void lay_out(Order *o) {
    const Form *f = o->f;
    o->day = slots_a_day(f);
    if (o->day > A_DAY) o->day = A_DAY, o->sound = o->sound && !earns(o);
    o->runs = f->run_first[o->contract + 1] - f->run_first[o->contract];
    o->afters = f->after_first[o->contract + 1] - f->after_first[o->contract];
    for (;; o->reach > 1 ? o->reach-- : o->afters > 0 ? o->afters-- : o->runs--) {
        o->at_today = o->day * (o->reach + 1);
        o->at_runs = o->at_today + 1;
        o->at_afters = o->at_runs + o->runs;
        o->at_yesterday = o->at_afters + 2 * o->afters;
        o->width = o->at_yesterday + 1;
        if (o->width <= MEMORY) return;
        o->sound = o->sound && !earns(o);
    }
}

static i64 priced(const Order *o, i64 points, i32 *forbidden) { /* hard points: forbidden, or a breach each */
    if (points < HARD / 2) return points;
    if (!o->breach) *forbidden = 1;
    return o->breach * ((points + HARD / 2) / HARD);
}

static i64 take(const Order *o, Memory *m, i32 symbol, i32 *forbidden) {
    i32 kind = o->symbol_kind[symbol], kinds = o->f->kinds;
    i64 points = 0;
    for (i32 age = 0; age <= o->reach; age++)
        for (i32 i = 0; i < o->day; i++) {
            i32 before = m->at[age * o->day + i];
            if (before) points += priced(o, pair_of(o, before - 1, kind, age), forbidden);
        }
    m->at[o->at_today] |= (uint16_t)o->symbol_classes[symbol];
    uint16_t own = o->same[kind];
    for (i32 i = 0; i < o->day && own; i++) /* kept in order, so that equal days are equal */
        if (own > m->at[i]) {
            uint16_t moved = m->at[i];
            m->at[i] = own;
            own = moved;
        }
    (void)kinds;
    return points;
}

static void age_duties(const Order *o, Memory *m) {
    for (i32 age = o->reach; age > 0; age--)
        for (i32 i = 0; i < o->day; i++) {
            i32 before = m->at[(age - 1) * o->day + i];
            m->at[age * o->day + i] = before ? o->same[age * o->f->kinds + before - 1] : 0;
        }
    for (i32 age = 1; age <= o->reach; age++) /* insertion sort of few */
        for (i32 i = 1; i < o->day; i++)
            for (i32 j = i; j > 0; j--) {
                uint16_t *a = m->at + age * o->day + j;
                if (a[0] <= a[-1]) break;
                uint16_t moved = a[0];
                a[0] = a[-1];
                a[-1] = moved;
            }
    memset(m->at, 0, sizeof(uint16_t) * o->day);
}

static i64 run_day(const Order *o, i32 run, uint16_t *length, u32 today, i32 first, i32 *forbidden) {
    const Form *f = o->f;
    i32 least = f->run_least[run], most = f->run_most[run] < f->days ? f->run_most[run] : 0;
    i32 bounded = f->run_most[run] < f->days;
    i32 inside = (today >> f->run_class[run] & 1) != (u32)(f->run_off[run] != 0), missing = 0, beyond = 0;
    i32 now = *length & ~OPEN, open = *length & OPEN;
    if (!inside) {
        if (now && !open && now < least) missing = least - now;
        *length = 0;
    } else {
        if (!now && first && least > 1) open = OPEN;
        if (bounded && now >= most) beyond = 1;
        i32 cap = most > least ? most : least;
        if (cap < 1) cap = 1;
        now = now < cap ? now + 1 : cap;
        if (now >= least) open = 0;
        *length = (uint16_t)(now | open);
    }
    i64 each = f->run_points[run];
    return (missing ? priced(o, missing * each, forbidden) : 0) + (beyond ? priced(o, each, forbidden) : 0);
}

static i64 after_day(const Order *o, i32 after, uint16_t *held, u32 today, i32 *forbidden) { /* length, days to rest */
    const Form *f = o->f;
    if (today >> f->after_class[after] & 1) {
        if (held[0] < f->after_run[after]) held[0]++;
    } else {
        if (held[0] >= f->after_run[after]) held[1] = (uint16_t)f->after_days[after];
        held[0] = 0;
    }
    if (!held[1]) return 0;
    i64 missing = held[1]; /* the first day of work ends the rest: what is left of it is missing */
    held[1] = today & 1 ? 0 : (uint16_t)(missing - 1);
    return today & 1 ? priced(o, missing * f->after_points[after], forbidden) : 0;
}

static i64 end_day(const Order *o, Memory *m, i32 first, i32 sunday, i32 *forbidden) {
    const Form *f = o->f;
    u32 today = m->at[o->at_today];
    i64 points = 0;
    for (i32 r = 0; r < o->runs; r++)
        points += run_day(o, f->run_first[o->contract] + r, m->at + o->at_runs + r, today, first, forbidden);
    for (i32 a = 0; a < o->afters; a++)
        points += after_day(o, f->after_first[o->contract] + a, m->at + o->at_afters + 2 * a, today, forbidden);
    if (f->half_weekend[o->contract]) {
        if (sunday && m->at[o->at_yesterday] != (today & 1))
            points += priced(o, f->half_weekend[o->contract], forbidden);
        m->at[o->at_yesterday] = today & 1;
    }
    m->at[o->at_today] = 0;
    age_duties(o, m);
    return points;
}

/* --- states --------------------------------------------------------------------------------------------------------- */

static u64 hash_of(const Order *o, const Memory *m) {
    u64 h = 1469598103934665603ULL;
    for (i32 i = 0; i < o->width; i++) h = (h ^ m->at[i]) * 1099511628211ULL;
    return h ^ h >> 29;
}

static void place_state(Order *o, i32 state) {
    i32 b = (i32)(hash_of(o, o->memory + state) & (u64)(o->buckets - 1));
    while (o->bucket[b] >= 0) b = (b + 1) & (o->buckets - 1);
    o->bucket[b] = state;
}

static void widen(Order *o) {
    i32 own = o->kinds * (o->symbols + 1), before = o->room;
    o->room = o->room ? 2 * o->room : 128;
    o->memory = realloc(o->memory, sizeof(Memory) * o->room);
    o->step = realloc(o->step, sizeof(Step) * own * o->room);
    for (i64 i = (i64)before * own; i < (i64)o->room * own; i++) o->step[i].state = UNKNOWN;
    o->buckets = 4 * o->room;
    o->bucket = realloc(o->bucket, sizeof(i32) * o->buckets);
    memset(o->bucket, -1, sizeof(i32) * o->buckets);
    for (i32 s = 0; s < o->states; s++) place_state(o, s);
}

static i32 state_of(Order *o, const Memory *m) {
    i32 b = (i32)(hash_of(o, m) & (u64)(o->buckets - 1));
    for (; o->bucket[b] >= 0; b = (b + 1) & (o->buckets - 1))
        if (!memcmp(o->memory[o->bucket[b]].at, m->at, sizeof(uint16_t) * o->width)) return o->bucket[b];
    if (o->states == o->room) widen(o);
    o->memory[o->states] = *m;
    place_state(o, o->states);
    return o->states++;
}

Order *order_new(const Form *f, i32 contract, i32 breach) {
    Order *o = calloc(1, sizeof(Order));
    o->f = f;
    o->contract = contract;
    o->breach = breach;
    o->sound = 1;
    find_futures(o);
    find_symbols(o);
    find_kinds(o);
    if (asks_of_history(o)) o->sound = 0; /* days are told apart by what they hold alone */
    lay_out(o);
    widen(o);
    order_begin(o);
    return o;
}

void order_free(Order *o) {
    if (!o) return;
    free(o->symbol_of);
    free(o->symbol_kind);
    free(o->symbol_classes);
    free(o->same);
    free(o->kind);
    free(o->slot_kind);
    free(o->memory);
    free(o->bucket);
    free(o->step);
    free(o);
}

i32 order_symbols(const Order *o) { return o->symbols; }
i32 order_symbol(const Order *o, i32 watch) { return o->symbol_of[watch]; }
i32 order_sound(const Order *o) { return o->sound; }
i32 order_states(const Order *o) { return o->states; }

/* The memory has a flag in its last place for "day 0 has not ended", so that the first day is known when it does. */
static void end_days(const Order *o, Memory *m, i32 days, i32 first, u64 sundays, i64 *points, i32 *forbidden) {
    for (i32 d = 0; d < days; d++)
        *points += end_day(o, m, first && !d, d < 64 && (sundays >> d & 1), forbidden);
}

i32 order_begin(Order *o) {
    Memory m;
    memset(&m, 0, sizeof(m));
    i64 points = 0;
    i32 forbidden = 0, days = o->f->slots ? o->f->slot_day[0] : 0;
    end_days(o, &m, days, 1, 0, &points, &forbidden);
    return state_of(o, &m);
}

Step order_step(Order *o, i32 slot, i32 state, i32 symbol) {
    i32 kind = o->slot_kind[slot];
    i32 first = o->f->slot_day[slot] == 0; /* day 0 is walked once and not kept */
    i64 at = ((i64)state * o->kinds + kind) * (o->symbols + 1) + symbol;
    if (!first && o->step[at].state != UNKNOWN) return o->step[at];
    Memory m = o->memory[state];
    i64 points = 0;
    i32 forbidden = 0;
    if (symbol < o->symbols) points += take(o, &m, symbol, &forbidden);
    end_days(o, &m, o->kind[kind].gap, first, o->kind[kind].sundays, &points, &forbidden);
    Step step = {forbidden ? -1 : state_of(o, &m), (i32)points};
    at = ((i64)state * o->kinds + kind) * (o->symbols + 1) + symbol;
    if (!first) o->step[at] = step;
    return step;
}
