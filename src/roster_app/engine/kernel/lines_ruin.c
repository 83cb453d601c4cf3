/* Search by taking parts of a few people's lines out and putting the best ones back, one after another.
 *
 * Each line that comes back is the best there is for what the others hold now; noise on the prices and the annealing
 * rule of acceptance keep it moving (Schrimpf et al. 2000, "Record breaking optimization results using the ruin and
 * recreate principle", with whole lines instead of insertions).
 */
#include "lines.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST_OUT 8

typedef struct {
    Lines *l;
    i32 *lines, *best;          /* [people * slots] */
    i64 *line_points;           /* [people] */
    i32 *fill;                  /* [needs] */
    i32 *prices;                /* [needs] scaled */
    i32 *guide;                 /* [needs] scaled: what a seat is worth in the relaxed optimum; used if `guided` */
    i32 guided;
    i32 *held;                  /* [MOST_OUT * slots] lines before the move */
    i64 cost, best_cost, moves, accepted;
    i32 *open_slots, opens;     /* slots in which anything may move */
    i32 *movable, movables;     /* people with a free choice anywhere */
} Ruin;

static i64 cover(const Form *f, i32 need, i32 people) {
    i64 points = 0;
    i32 low = people > f->need_least[need] ? people : f->need_least[need];
    if (people < f->need_least[need]) points += (i64)f->need_short[need] * (f->need_least[need] - people);
    if (low < f->need_wanted[need]) points += (i64)f->need_below[need] * (f->need_wanted[need] - low);
    if (people > f->need_wanted[need]) points += (i64)f->need_over[need] * (people - f->need_wanted[need]);
    if (people > f->need_most[need]) points += (i64)HARD * (people - f->need_most[need]);
    return points;
}

static i32 marginal(const Ruin *r, i32 need) { /* scaled points saved by one more person */
    const Form *f = r->l->f;
    i64 saved = cover(f, need, r->fill[need]) - cover(f, need, r->fill[need] + 1);
    if (saved <= -HARD / 2) return -INFINITE;
    saved *= r->l->scale;
    return (i32)(saved > LIMIT ? LIMIT : saved < -LIMIT ? -LIMIT : saved);
}

static double chance(u64 *dice) { return (double)(lines_roll(dice) >> 11) * 0x1.0p-53; }

void ruin_take(Ruin *r, const i32 *lines) { /* take these lines and count afresh */
    const Form *f = r->l->f;
    if (lines != r->lines) memcpy(r->lines, lines, sizeof(i32) * f->people * f->slots);
    memset(r->fill, 0, sizeof(i32) * f->needs);
    r->cost = 0;
    for (i32 p = 0; p < f->people; p++) {
        const i32 *line = r->lines + (i64)p * f->slots;
        r->cost += r->line_points[p] = line_cost(f, p, line, NULL);
        for (i32 t = 0; t < f->slots; t++)
            if (line[t] >= 0) r->fill[line[t]]++;
    }
    for (i32 n = 0; n < f->needs; n++) r->cost += cover(f, n, r->fill[n]);
    if (r->cost < r->best_cost) {
        r->best_cost = r->cost;
        memcpy(r->best, r->lines, sizeof(i32) * f->people * f->slots);
    }
}

static void find_movable(Ruin *r) {
    const Form *f = r->l->f;
    uint8_t *open = calloc((size_t)f->slots + 1, 1);
    for (i32 p = 0; p < f->people; p++) {
        const Person *own = lines_person(r->l, p);
        i32 choices = 0;
        for (i32 t = 0; t < f->slots; t++) {
            i32 first = own->arc_first[t], arcs = own->arc_first[t + 1] - first;
            if (arcs > 1 || (arcs && own->arcs[first].last - own->arcs[first].first > 1)) open[t] = 1, choices++;
        }
        if (choices) r->movable[r->movables++] = p;
    }
    for (i32 t = 0; t < f->slots; t++)
        if (open[t]) r->open_slots[r->opens++] = t;
    free(open);
}

Ruin *ruin_new(Lines *l, const i32 *lines) {
    const Form *f = l->f;
    Ruin *r = calloc(1, sizeof(Ruin));
    size_t all = (size_t)f->people * f->slots + 1;
    r->l = l;
    r->lines = malloc(sizeof(i32) * all);
    r->best = malloc(sizeof(i32) * all);
    r->line_points = malloc(sizeof(i64) * (f->people + 1));
    r->fill = malloc(sizeof(i32) * (f->needs + 1));
    r->prices = malloc(sizeof(i32) * (f->needs + 1));
    r->guide = malloc(sizeof(i32) * (f->needs + 1));
    r->held = malloc(sizeof(i32) * MOST_OUT * (f->slots + 1));
    r->open_slots = malloc(sizeof(i32) * (f->slots + 1));
    r->movable = malloc(sizeof(i32) * (f->people + 1));
    r->best_cost = INT64_MAX;
    find_movable(r);
    ruin_take(r, lines);
    return r;
}

void ruin_free(Ruin *r) {
    free(r->lines);
    free(r->best);
    free(r->line_points);
    free(r->fill);
    free(r->prices);
    free(r->guide);
    free(r->held);
    free(r->open_slots);
    free(r->movable);
    free(r);
}

i64 ruin_best(const Ruin *r, i32 *lines) {
    memcpy(lines, r->best, sizeof(i32) * r->l->f->people * r->l->f->slots);
    return r->best_cost;
}

void ruin_guide(Ruin *r, const i32 *prices) {
    memcpy(r->guide, prices, sizeof(i32) * r->l->f->needs);
    r->guided = 1;
}

i64 ruin_cost(const Ruin *r) { return r->cost; }
i64 ruin_moves(const Ruin *r) { return r->moves; }

/* --- a start ------------------------------------------------------------------------------------------------------------- */

static const double START_LENGTHS[] = {1, 0.75, 2, 0.5, 1.4, 1, 0.85, 0.65, 3, 0}; /* of the window; the last: whole */
#define START_TRIES 10

/* A line in pieces of `window` slots, each the best for what is known so far. */
static i32 start_in_pieces(Ruin *r, i32 person, i32 window, i32 *line) {
    i32 slots = r->l->f->slots;
    i64 value;
    for (i32 t = 0; t < slots; t++) line[t] = -1;
    for (i32 from = 0; from < slots; from += window) {
        i32 to = from + window + window / 2 >= slots ? slots : from + window; /* no crumb at the end */
        if (!lines_paced(r->l, person, r->prices, from, to, line, &value)) return 0;
        if (to == slots) break;
    }
    return 1;
}

/* Pieces of several lengths until a line breaks no hard rule; of those that all do, the least bad. */
static void start_person(Ruin *r, i32 person, i32 window) {
    const Form *f = r->l->f;
    i32 *line = r->lines + (i64)person * f->slots, *best = r->held;
    i64 value, least = INT64_MAX;
    for (i32 n = 0; n < f->needs; n++) r->prices[n] = marginal(r, n);
    for (i32 i = 0; i < START_TRIES && least >= HARD / 2; i++) {
        i32 w = (i32)(window * START_LENGTHS[i]), whole = w >= f->slots || i == START_TRIES - 1;
        if (!(whole ? lines_best(r->l, person, r->prices, NULL, 0, f->slots, line, &value)
                    : start_in_pieces(r, person, w, line))) continue;
        i64 points = line_cost(f, person, line, NULL);
        if (points >= least) continue;
        least = points;
        memcpy(best, line, sizeof(i32) * f->slots);
    }
    if (least < INT64_MAX) memcpy(line, best, sizeof(i32) * f->slots);
    else memcpy(line, f->fixed + (i64)person * f->slots, sizeof(i32) * f->slots);
    for (i32 t = 0; t < f->slots; t++)
        if (line[t] >= 0) r->fill[line[t]]++;
}

/* Everybody's line afresh, one after another in random order, each the best for what the others hold by then; in pieces
 * of `window` slots where that is less than all. */
void ruin_start(Ruin *r, i32 window, const volatile i32 *stop) {
    const Form *f = r->l->f;
    i32 *order = malloc(sizeof(i32) * (f->people + 1));
    memset(r->fill, 0, sizeof(i32) * f->needs);
    for (i32 p = 0; p < f->people; p++) order[p] = p;
    for (i32 p = f->people - 1; p > 0; p--) {
        i32 other = lines_below(&r->l->dice, p + 1), moved = order[p];
        order[p] = order[other];
        order[other] = moved;
    }
    for (i32 p = 0; p < f->people && !(stop && *stop); p++) start_person(r, order[p], window);
    free(order);
    ruin_take(r, r->lines);
}

/* --- a move -------------------------------------------------------------------------------------------------------------- */

typedef struct {
    i32 count, person[MOST_OUT], from, to;
    i64 points[MOST_OUT];       /* before */
} Out;

static i64 take_out(Ruin *r, Out *o) { /* the change of cover's cost */
    const Form *f = r->l->f;
    i64 change = 0;
    for (i32 k = 0; k < o->count; k++) {
        i32 *line = r->lines + (i64)o->person[k] * f->slots;
        memcpy(r->held + (i64)k * f->slots, line, sizeof(i32) * f->slots);
        o->points[k] = r->line_points[o->person[k]];
        for (i32 t = o->from; t < o->to; t++) {
            i32 need = line[t];
            if (need < 0) continue;
            change += cover(f, need, r->fill[need] - 1) - cover(f, need, r->fill[need]);
            r->fill[need]--;
        }
    }
    return change;
}

static i64 put_in(Ruin *r, const Out *o, const i32 *line) {
    const Form *f = r->l->f;
    i64 change = 0;
    for (i32 t = o->from; t < o->to; t++) {
        i32 need = line[t];
        if (need < 0) continue;
        change += cover(f, need, r->fill[need] + 1) - cover(f, need, r->fill[need]);
        r->fill[need]++;
    }
    return change;
}

static void put_back(Ruin *r, const Out *o, i32 done) { /* `done` people hold new lines */
    const Form *f = r->l->f;
    for (i32 k = 0; k < o->count; k++) {
        i32 *line = r->lines + (i64)o->person[k] * f->slots;
        const i32 *held = r->held + (i64)k * f->slots;
        for (i32 t = o->from; t < o->to; t++) {
            if (k < done && line[t] >= 0) r->fill[line[t]]--;
            if (held[t] >= 0) r->fill[held[t]]++;
        }
        memcpy(line, held, sizeof(i32) * f->slots);
        r->line_points[o->person[k]] = o->points[k];
    }
}

/* What one more person saves; `trust` (of 256): how far a free seat is valued as the relaxed optimum does instead, so
 * that who comes first leaves the easy seats to the others. */
static void set_prices(Ruin *r, const Out *o, i32 noise, i32 trust) {
    const Form *f = r->l->f;
    for (i32 n = f->slot_needs[o->from]; n < f->slot_needs[o->to]; n++) {
        i32 saved = marginal(r, n), worth = r->guide[n] > 0 ? r->guide[n] : 0;
        if (saved > worth && trust) saved -= (i32)((i64)(saved - worth) * trust / 256);
        r->prices[n] = saved;
        if (noise && r->prices[n] > -LIMIT) r->prices[n] += lines_below(&r->l->dice, 2 * noise + 1) - noise;
    }
}

/* Carry out the move; 1 if it was kept. */
static i32 try_move(Ruin *r, Out *o, i32 noise, double heat) {
    const Form *f = r->l->f;
    i32 trust = r->guided ? lines_below(&r->l->dice, 257) : 0;
    i64 change = take_out(r, o), value;
    for (i32 k = 0; k < o->count; k++) {
        i32 *line = r->lines + (i64)o->person[k] * f->slots;
        set_prices(r, o, noise, k + 1 < o->count ? trust : 0);
        if (!lines_best(r->l, o->person[k], r->prices, NULL, o->from, o->to, line, &value)) {
            put_back(r, o, k);
            return 0;
        }
        change += put_in(r, o, line);
        i64 points = line_cost(f, o->person[k], line, NULL);
        change += points - o->points[k];
        r->line_points[o->person[k]] = points;
    }
    if (change > 0 && (double)change > -heat * log(chance(&r->l->dice) + 1e-300)) {
        put_back(r, o, o->count);
        return 0;
    }
    r->cost += change;
    return 1;
}

static void choose_out(Ruin *r, Out *o, i32 most, i32 window) {
    u64 *dice = &r->l->dice;
    const Form *f = r->l->f;
    o->count = 1 + lines_below(dice, most);
    if (o->count > r->movables) o->count = r->movables;
    for (i32 k = 0; k < o->count; k++) { /* without drawing anyone twice */
        i32 at = k + lines_below(dice, r->movables - k), person = r->movable[at];
        r->movable[at] = r->movable[k];
        o->person[k] = r->movable[k] = person;
    }
    o->from = 0;
    o->to = f->slots;
    if (window >= r->opens) return;
    i32 at = lines_below(dice, r->opens + window - 1) - window + 1, end = at + window;
    o->from = r->open_slots[at < 0 ? 0 : at];
    o->to = r->open_slots[(end > r->opens ? r->opens : end) - 1] + 1;
}

static double seconds_now(void) {
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* Moves by the count; heat in points, falling from `hot` to `cold`; noise in points; stops when *stop is set,
 * or after `seconds` if they are above 0. */
i64 ruin_run(Ruin *r, i64 moves, double hot, double cold, i32 most, i32 window, double noise, double seconds,
             const volatile i32 *stop) {
    const Form *f = r->l->f;
    if (!r->movables || !r->opens) return r->best_cost;
    double began = seconds > 0 ? seconds_now() : 0;
    for (i64 i = 0; i < moves && !(stop && *stop); i++) {
        if (seconds > 0 && seconds_now() - began > seconds) break;
        double heat = hot * pow(cold / hot, (double)i / (double)moves);
        Out o;
        u64 *dice = &r->l->dice;
        i32 wide = lines_below(dice, 4) == 0, long_one = r->opens > 6 * window;
        i32 own = window <= 0 ? r->opens : wide ? (long_one ? 2 * window : r->opens) : 2 + lines_below(dice, window);
        choose_out(r, &o, most, own);
        i32 loud = lines_below(dice, 2) ? 0 : (i32)(noise * r->l->scale * chance(dice));
        r->moves++;
        if (!try_move(r, &o, loud, heat)) continue;
        r->accepted++;
        if (r->cost >= r->best_cost) continue;
        r->best_cost = r->cost;
        memcpy(r->best, r->lines, sizeof(i32) * f->people * f->slots);
    }
    return r->best_cost;
}
