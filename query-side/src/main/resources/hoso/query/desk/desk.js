// Small helpers of the desk's pages. Without them every page still answers; with them charts are drawn, fields that do not
// matter step back, and a replay tells how far it is.
"use strict";
(() => {
    const colours = {stack: ["#1b7a43", "#2f6fb0", "#b3261e"], line: ["#565d66", "#1b7a43", "#b3261e", "#8a6500"]};
    const language = document.documentElement.lang;
    const barsMax = 40;

    const number = cell => {
        const text = cell.textContent.trim().replace(language === "vi" ? /\./g : /,/g, "").replace(",", ".");
        return Number(text.replace("–", "0"));
    };

    // A chart shows columns of a table that is on the page: what it draws can be read there.
    function draw(place) {
        if (place.dataset.drawn || !window.Chart) return;
        const table = (place.parentElement.querySelector(place.dataset.table)) || document.querySelector(place.dataset.table);
        if (!table) return;
        place.dataset.drawn = "yes";
        const columns = place.dataset.columns.split(",").map(Number);
        const names = place.dataset.names.split("|");
        const rows = [...table.querySelectorAll("tbody tr")].filter(row => row.cells.length > Math.max(...columns) - 1);
        const stacked = place.dataset.chart === "stack";
        // a period is named by its last day
        const named = cell => cell.innerText.trim().replace(/\s+/g, " ");
        const longest = place.clientWidth < 500 ? 18 : 40;
        const cut = text => text.length > longest ? text.slice(0, longest - 1).trimEnd() + "…" : text;
        const name = cell => stacked ? cut(named(cell)) : named(cell).split(" – ").pop();
        const filled = stacked ? rows.filter(row => columns.some(column => number(row.cells[column]) > 0)) : rows;
        const shown = stacked ? filled.slice(0, barsMax) : filled;
        if (!shown.length) { place.hidden = true; return; }
        const canvas = document.createElement("canvas");
        canvas.setAttribute("role", "img");
        canvas.setAttribute("aria-label", place.dataset.label);
        if (shown.length < filled.length) {
            const note = document.createElement("p");
            note.className = "fine";
            note.textContent = place.dataset.more + " " + shown.length + " / " + filled.length;
            place.after(note);
        }
        place.style.height = (stacked ? 100 + shown.length * 26 : 280) + "px";
        place.append(canvas);
        new Chart(canvas, {
            type: stacked ? "bar" : "line",
            data: {
                labels: shown.map(row => name(row.cells[0])),
                datasets: columns.map((column, index) => ({
                    label: names[index],
                    data: shown.map(row => number(row.cells[column])),
                    backgroundColor: colours[place.dataset.chart][index],
                    borderColor: colours[place.dataset.chart][index],
                    borderWidth: stacked ? 0 : 2, pointRadius: 2, tension: 0,
                })),
            },
            options: {
                indexAxis: stacked ? "y" : "x", animation: false, responsive: true, maintainAspectRatio: false,
                locale: language,
                scales: {
                    x: {stacked, beginAtZero: true, ticks: {maxRotation: 45, precision: 0}},
                    y: {stacked, beginAtZero: true, ticks: {autoSkip: false, precision: 0}},
                },
                plugins: {legend: {position: "bottom", labels: {boxWidth: 14}}},
            },
        });
    }

    // Of a period of a regulation the days follow; of free days there is no name.
    function period(select) {
        const form = select.form;
        const preset = select.value !== "";
        for (const label of form.querySelectorAll("[data-when]")) {
            const wanted = (label.dataset.when === "preset") === preset;
            label.hidden = !wanted;
            label.querySelector("input").disabled = !wanted;
        }
    }

    // The events of a replay, one a second, then its outcome as a part of the page.
    function replay(button) {
        const place = document.querySelector(button.dataset.into);
        const bar = place.querySelector("progress");
        const told = place.querySelector(".told");
        button.disabled = true;
        place.hidden = false;
        bar.hidden = false;
        bar.value = 0;
        place.querySelector(".outcome").replaceChildren();
        const source = new EventSource(button.dataset.replay);
        source.addEventListener("progress", event => {
            const [done, total, sentence] = event.data.split("|");
            bar.max = Math.max(1, Number(total));
            bar.value = Number(done);
            told.textContent = sentence;
        });
        const end = event => {
            source.close();
            place.querySelector(".outcome").innerHTML = event.data;
            bar.value = bar.max;
            bar.hidden = true;
            told.textContent = "";
            button.disabled = false;
        };
        source.addEventListener("outcome", end);
        source.addEventListener("problem", end);
        source.onerror = () => { source.close(); button.disabled = false; told.textContent = button.dataset.broken; };
    }

    // On a telephone not every section fits: the one that is open is in sight.
    function reveal(current) {
        const nav = current.closest("nav");
        nav.scrollLeft = current.offsetLeft - nav.offsetLeft - (nav.clientWidth - current.offsetWidth) / 2;
    }

    // What is wider than its place says so: not every screen shows a bar to scroll with.
    function widths() {
        document.querySelectorAll(".scroll, .life").forEach(place => {
            place.classList.toggle("wide", place.scrollWidth > place.clientWidth + 8);
        });
    }

    function ready(root) {
        widths();
        root.querySelectorAll("[data-chart]").forEach(draw);
        root.querySelectorAll("[data-period]").forEach(period);
    }

    document.addEventListener("DOMContentLoaded", () => {
        ready(document);
        document.querySelectorAll(".masthead nav [aria-current]").forEach(reveal);
    });
    document.addEventListener("htmx:afterSettle", event => ready(event.target));
    document.addEventListener("change", event => { if (event.target.matches("[data-period]")) period(event.target); });
    // Of many fields that could be changed those that were are sent.
    document.addEventListener("htmx:configRequest", event => {
        for (const field of event.detail.elt.querySelectorAll("[data-name]"))
            if (field.value !== field.defaultValue) event.detail.parameters[field.dataset.name] = field.value;
    });
    document.addEventListener("click", event => {
        const button = event.target.closest("button");
        if (button && button.hasAttribute("data-print")) window.print();
        if (button && button.dataset.replay) replay(button);
        if (button && button.dataset.sure && !window.confirm(button.dataset.sure)) event.preventDefault();
    });
    // A form of questions sends what was asked, and no empty fields: addresses stay short.
    document.addEventListener("submit", event => {
        const form = event.target;
        if (form.method !== "get" || form.hasAttribute("hx-get")) return;
        for (const field of form.elements) if (field.name && !field.value) field.disabled = true;
    });
    window.addEventListener("resize", widths);
    window.addEventListener("pageshow", () => {
        document.querySelectorAll("form[method=get] :disabled").forEach(field => { field.disabled = false; });
        document.querySelectorAll("[data-period]").forEach(period);
    });
})();
