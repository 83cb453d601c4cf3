/* What one person can do: the duties of each slot, alike ones together, and the totals that can cost anything. */
#include "lines.h"

#include <stdlib.h>
#include <string.h>

/* --- magnitudes ------------------------------------------------------------------------------------------------------ */

static i64 larger(i64 a, i64 b) { return a > b ? a : b; }
static i64 size_of(i64 a) { return a < 0 ? -a : a; }

/* Points of a total; here too little is as forbidden as too much, so that a line that can be whole will be. */
static i64 strict_points(const Form *f, i32 person, i32 counter, i32 amount) {
    i64 at = (i64)person * f->counters + counter, lacking = f->counter_least[at] - amount - f->counter_base[at];
    i64 points = counter_points(f, person, counter, amount);
    return lacking > 0 ? points + lacking * (HARD - f->counter_lack[counter]) : points;
}

static i64 dearest_duty(const Form *f) {
    i64 wish = 0, place = 0, cover = 0;
    for (i64 i = 0; i < (i64)f->people * f->watches; i++)
        if (f->wish[i] < NEVER) wish = larger(wish, size_of(f->wish[i]));
    for (i64 i = 0; i < (i64)f->person_places * f->places; i++)
        if (f->place_points[i] < NEVER) place = larger(place, size_of(f->place_points[i]));
    for (i32 n = 0; n < f->needs; n++) {
        if (!f->need_open[n]) continue;
        i64 own = larger(larger(f->need_short[n], f->need_below[n]), f->need_over[n]);
        for (i32 i = f->need_turns[n]; i < f->need_turns[n + 1]; i++) own += f->turn_points[i];
        cover = larger(cover, own + f->need_prior_points[n]);
    }
    return wish + place + cover + 1;
}

static i64 dearest_totals(const Form *f) {
    i64 dearest = 0;
    for (i32 p = 0; p < f->people; p++) {
        i64 own = 0;
        for (i32 c = 0; c < f->counters; c++) own += strict_points(f, p, c, 0) % HARD;
        dearest = larger(dearest, own);
    }
    return dearest;
}

static void set_scale(Lines *l) {
    const Form *f = l->f;
    i32 open = 0;
    for (i32 t = 0; t < f->slots; t++) {
        i32 own = 0;
        for (i32 n = f->slot_needs[t]; n < f->slot_needs[t + 1]; n++) own |= f->need_open[n];
        open += own;
    }
    i64 most = (open + 1) * dearest_duty(f) + dearest_totals(f);
    l->scale = 1024;
    while (l->scale > 1 && most * l->scale > LIMIT / 2) l->scale /= 2;
    l->breach = LIMIT / 64 / l->scale;
}

/* --- totals ---------------------------------------------------------------------------------------------------------- */

i64 total_points(const Lines *l, const Person *p, const Total *t, i32 amount) {
    i64 points = strict_points(l->f, p->person, t->counter, amount);
    i64 broken = points >= HARD / 2 ? (points + HARD / 2) / HARD : 0;
    if (!broken) return points;
    if (!p->broken) return NEVER;
    i64 soft = points - broken * HARD;
    broken = (broken + t->unit - 1) / t->unit;
    return (soft > l->breach ? l->breach : soft) + l->breach * (broken > 8 ? 8 : broken);
}

static i32 divisor(i32 a, i32 b) {
    while (b) {
        i32 rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

typedef struct {
    i32 *unit, *least, *most;   /* [counters] of amounts: the common divisor; the sums of smallest and largest */
    i32 *slot_most;             /* [counters] within one slot */
    i32 *grouped;
    i32 *slots, *slot;          /* [counters] in how many slots it is touched, and in which last */
    uint8_t *touched;           /* [groups] */
} Sums;

static void sum_up(const Form *f, const Person *p, Sums *s) {
    for (i32 t = 0; t < f->slots; t++) {
        memset(s->slot_most, 0, sizeof(i32) * f->counters);
        for (i32 a = p->arc_first[t]; a < p->arc_first[t + 1]; a++) {
            i32 w = p->arcs[a].watch;
            if (w < 0) continue;
            for (i32 i = f->watch_counters[w]; i < f->watch_counters[w + 1]; i++) {
                i32 c = f->counter_of[i], amount = f->counter_amount[i];
                s->unit[c] = divisor(s->unit[c], amount < 0 ? -amount : amount);
                if (amount < 0) s->least[c] += amount;
                if (amount > s->slot_most[c]) s->slot_most[c] = amount;
            }
            for (i32 i = f->watch_groups[w]; i < f->watch_groups[w + 1]; i++) s->touched[f->group_of[i]] = 1;
        }
        for (i32 c = 0; c < f->counters; c++) {
            s->most[c] += s->slot_most[c];
            if (s->slot_most[c]) s->slots[c]++, s->slot[c] = t;
        }
    }
    for (i32 g = 0; g < f->groups; g++)
        if (s->touched[g]) {
            s->most[f->group_counter[g]]++;
            s->grouped[f->group_counter[g]] = 1;
            s->unit[f->group_counter[g]] = 1;
        }
}

/* How much a total can grow before each slot: with groups counted where they begin (reach) and where they end (gone). */
static void follow(const Lines *l, const Person *p, const Sums *s, Total *total) {
    const Form *f = l->f;
    total->reach = calloc((size_t)2 * (f->slots + 1), sizeof(i32));
    i32 *gone = total->reach + f->slots + 1;
    for (i32 t = 0; t < f->slots; t++) {
        i32 own = 0;
        for (i32 a = p->arc_first[t]; a < p->arc_first[t + 1]; a++) {
            i32 w = p->arcs[a].watch;
            if (w < 0) continue;
            for (i32 i = f->watch_counters[w]; i < f->watch_counters[w + 1]; i++)
                if (f->counter_of[i] == total->counter && f->counter_amount[i] > own) own = f->counter_amount[i];
        }
        if (own > total->step) total->step = own;
        total->reach[t + 1] = total->reach[t] + own;
        gone[t + 1] = gone[t] + own;
    }
    for (i32 g = 0; g < f->groups; g++) {
        if (!s->touched[g] || f->group_counter[g] != total->counter) continue;
        if (total->step < 1) total->step = 1;
        for (i32 t = l->group_first[g] + 1; t <= f->slots; t++) total->reach[t]++;
        for (i32 t = l->group_last[g] + 1; t <= f->slots; t++) gone[t]++;
    }
}

/* A total of one slot alone is no matter of the state: its points are those of the slot's duties. */
static void price_slot(const Lines *l, Person *p, i32 counter, i32 unit, i32 slot) {
    const Form *f = l->f;
    Total own = {.counter = counter, .unit = unit};
    for (i32 a = p->arc_first[slot]; a < p->arc_first[slot + 1]; a++) {
        i32 w = p->arcs[a].watch, amount = 0;
        for (i32 i = w < 0 ? 0 : f->watch_counters[w]; w >= 0 && i < f->watch_counters[w + 1]; i++)
            if (f->counter_of[i] == counter) amount += f->counter_amount[i];
        Option *option = p->options + p->arcs[a].first;
        i64 points = option->points + total_points(l, p, &own, amount);
        option->points = points >= NEVER ? NEVER : (i32)points;
    }
}

static void find_totals(const Lines *l, Person *p) {
    const Form *f = l->f;
    size_t n = (size_t)f->counters + 1;
    i32 *sums = calloc(7 * n, sizeof(i32));
    Sums s = {sums, sums + n, sums + 2 * n, sums + 3 * n, sums + 4 * n, sums + 5 * n, sums + 6 * n, calloc((size_t)f->groups + 1, 1)};
    sum_up(f, p, &s);
    p->total = calloc(n, sizeof(Total));
    for (i32 c = 0; c < f->counters; c++) {
        i64 at = (i64)p->person * f->counters + c, idle = strict_points(f, p->person, c, 0);
        if (!s.unit[c] || !s.most[c]) { /* never touched */
            if (idle >= HARD / 2) p->impossible = 1;
            else p->constant += idle;
            continue;
        }
        if (s.least[c] < 0) continue; /* may shrink: left out */
        if (!idle && !strict_points(f, p->person, c, s.most[c])) continue;
        if (s.slots[c] == 1 && !s.grouped[c]) {
            price_slot(l, p, c, s.unit[c], s.slot[c]);
            continue;
        }
        Total *own = p->total + p->totals++;
        own->counter = c;
        own->unit = s.unit[c];
        own->grouped = s.grouped[c];
        own->most = p->broken ? UNLIMITED : f->counter_most[at] - f->counter_base[at];
        own->two_sided = idle > 0;
        own->strong = own->two_sided || own->grouped || own->most / own->unit <= 8;
        follow(l, p, &s, own);
    }
    free(sums);
    free(s.touched);
}

/* --- duties ----------------------------------------------------------------------------------------------------------- */

/* A duty that alone is more than a total may be, such as one of a shift type that a person never works. */
static i32 too_much(const Lines *l, i32 person, i32 watch) {
    const Form *f = l->f;
    for (i32 i = f->watch_counters[watch]; i < f->watch_counters[watch + 1]; i++) {
        i32 c = f->counter_of[i];
        i64 at = (i64)person * f->counters + c;
        if (!l->shrinks[c] && f->counter_amount[i] > f->counter_most[at] - f->counter_base[at]) return 1;
    }
    return 0;
}

static i32 may_hold(const Lines *l, const Person *p, i32 slot, i32 need) {
    const Form *f = l->f;
    i32 fixed = f->fixed[(i64)p->person * f->slots + slot];
    if (fixed >= 0) return need == fixed;
    if (!f->need_open[need] || standing_points(f, p->person, need) >= NEVER) return 0;
    return p->broken || !too_much(l, p->person, f->need_watch[need]);
}

static i32 duty_points(const Form *f, i32 person, i32 slot, i32 need) {
    i32 prior = f->prior[(i64)person * f->slots + slot];
    i64 own = need >= 0 ? standing_points(f, person, need) : 0;
    return (i32)(own >= NEVER ? 0 : own) + (i32)left_points(f, prior, need);
}

/* All duties of every slot, each in an arc of its own. */
static void list_duties(const Lines *l, Person *p) {
    const Form *f = l->f;
    p->arc_first = malloc(sizeof(i32) * (f->slots + 1));
    p->arcs = malloc(sizeof(Arc) * (f->needs + f->slots + 1));
    p->options = malloc(sizeof(Option) * (f->needs + f->slots + 1));
    i32 arcs = 0, options = 0;
    for (i32 t = 0; t < f->slots; t++) {
        p->arc_first[t] = arcs;
        if (f->fixed[(i64)p->person * f->slots + t] < 0) {
            p->options[options] = (Option){-1, duty_points(f, p->person, t, -1)};
            p->arcs[arcs++] = (Arc){order_symbols(p->order), -1, options, options + 1};
            options++;
        }
        for (i32 n = f->slot_needs[t]; n < f->slot_needs[t + 1]; n++) {
            if (!may_hold(l, p, t, n)) continue;
            p->options[options] = (Option){n, duty_points(f, p->person, t, n)};
            p->arcs[arcs++] = (Arc){order_symbol(p->order, f->need_watch[n]), f->need_watch[n], options, options + 1};
            options++;
        }
    }
    p->arc_first[f->slots] = arcs;
}

static u64 mix(u64 h, u64 x) {
    h = (h ^ (x + 0xD1B54A32D192ED03ULL)) * 0x9E3779B97F4A7C15ULL;
    return h ^ h >> 31;
}

static u64 signature(const Form *f, const Arc *arc, const uint8_t *kept) {
    u64 h = mix(1, (u64)arc->symbol), sum = 0; /* sum: in no order */
    if (arc->watch < 0) return 0;
    for (i32 i = f->watch_counters[arc->watch]; i < f->watch_counters[arc->watch + 1]; i++)
        if (kept[f->counter_of[i]]) sum += mix(mix(2, (u64)f->counter_of[i]), (u64)f->counter_amount[i]);
    for (i32 i = f->watch_groups[arc->watch]; i < f->watch_groups[arc->watch + 1]; i++)
        if (kept[f->group_counter[f->group_of[i]]]) sum += mix(3, (u64)f->group_of[i]);
    return mix(h, sum);
}

/* Put duties that no state can tell apart into one arc. */
static void merge_duties(const Form *f, Person *p) {
    uint8_t *kept = calloc((size_t)f->counters + 1, 1);
    for (i32 i = 0; i < p->totals; i++) kept[p->total[i].counter] = 1;
    i32 all = p->arc_first[f->slots], arcs = 0, options = 0;
    Arc *before = p->arcs;
    Option *held = p->options;
    u64 *own = malloc(sizeof(u64) * (all + 1));
    for (i32 a = 0; a < all; a++) own[a] = signature(f, before + a, kept);
    p->arcs = malloc(sizeof(Arc) * (all + 1));
    p->options = malloc(sizeof(Option) * (all + 1));
    for (i32 t = 0; t < f->slots; t++) {
        i32 from = p->arc_first[t], to = p->arc_first[t + 1];
        p->arc_first[t] = arcs;
        for (i32 a = from; a < to; a++) {
            if (before[a].first < 0) continue;
            p->arcs[arcs] = (Arc){before[a].symbol, before[a].watch, options, options};
            for (i32 b = a; b < to; b++) {
                if (before[b].first < 0 || own[b] != own[a]) continue;
                p->options[options++] = held[before[b].first];
                before[b].first = -1;
            }
            p->arcs[arcs++].last = options;
        }
    }
    p->arc_first[f->slots] = arcs;
    free(before);
    free(held);
    free(own);
    free(kept);
}

static void compile_person(Lines *l, Person *p) {
    list_duties(l, p);
    find_totals(l, p);
    merge_duties(l->f, p);
}

static void clear_person(Person *p) {
    free(p->arc_first);
    free(p->arcs);
    free(p->options);
    for (i32 i = 0; i < p->totals; i++) free(p->total[i].reach);
    free(p->total);
}

Person *lines_person(Lines *l, i32 person) {
    Person *p = l->persons + person;
    if (p->arcs) return p;
    i32 contract = l->f->contract[person];
    if (!l->strict[contract]) l->strict[contract] = order_new(l->f, contract, 0);
    p->person = person;
    p->order = l->strict[contract];
    compile_person(l, p);
    return p;
}

void person_lenient(Lines *l, Person *p) {
    i32 person = p->person, contract = l->f->contract[person];
    clear_person(p);
    memset(p, 0, sizeof(Person));
    if (!l->lenient[contract]) l->lenient[contract] = order_new(l->f, contract, l->breach);
    p->person = person;
    p->broken = 1;
    p->order = l->lenient[contract];
    compile_person(l, p);
}

/* --- everybody --------------------------------------------------------------------------------------------------------- */

static void find_shrinking(Lines *l) {
    const Form *f = l->f;
    l->shrinks = calloc((size_t)f->counters + 1, 1);
    for (i32 i = 0; i < f->watch_counters[f->watches]; i++)
        if (f->counter_amount[i] < 0) l->shrinks[f->counter_of[i]] = 1;
}

static void find_groups(Lines *l) {
    const Form *f = l->f;
    l->group_first = malloc(sizeof(i32) * (f->groups + 1));
    l->group_last = malloc(sizeof(i32) * (f->groups + 1));
    for (i32 g = 0; g < f->groups; g++) l->group_first[g] = f->slots, l->group_last[g] = -1;
    for (i32 w = 0; w < f->watches; w++)
        for (i32 i = f->watch_groups[w]; i < f->watch_groups[w + 1]; i++) {
            i32 g = f->group_of[i], t = f->watch_slot[w];
            if (t < l->group_first[g]) l->group_first[g] = t;
            if (t > l->group_last[g]) l->group_last[g] = t;
        }
}

Lines *lines_new(const Form *f, i64 room, u64 seed) {
    Lines *l = calloc(1, sizeof(Lines));
    l->f = f;
    l->room = room;
    l->dice = seed * 2654435769ULL + 88172645463325252ULL;
    l->strict = calloc((size_t)f->contracts + 1, sizeof(Order *));
    l->lenient = calloc((size_t)f->contracts + 1, sizeof(Order *));
    l->persons = calloc((size_t)f->people + 1, sizeof(Person));
    set_scale(l);
    find_groups(l);
    find_shrinking(l);
    l->desk = desk_new();
    return l;
}

void lines_free(Lines *l) {
    for (i32 p = 0; p < l->f->people; p++) clear_person(l->persons + p);
    for (i32 c = 0; c < l->f->contracts; c++) {
        order_free(l->strict[c]);
        order_free(l->lenient[c]);
    }
    free(l->persons);
    free(l->strict);
    free(l->lenient);
    free(l->group_first);
    free(l->group_last);
    free(l->shrinks);
    desk_free(l->desk);
    free(l);
}

i32 lines_scale(const Lines *l) { return l->scale; }
