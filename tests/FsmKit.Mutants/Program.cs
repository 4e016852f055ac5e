// Puts faults into the tables of our own gclasses, one at a time, and counts which of them the rules see.
using System.Globalization;
using FsmKit.Mutants;
using FsmKit.Mutants.Exploring;

// `explore [mutants per gclass] [seconds each] [gclass]` asks the simulations in place of the rules.
if (args is ["explore", .. var how])
{
    return await ExploreMode.RunAsync(
        int.Parse(how.ElementAtOrDefault(0) ?? "10", CultureInfo.InvariantCulture), int.Parse(how.ElementAtOrDefault(1) ?? "30", CultureInfo.InvariantCulture), how.ElementAtOrDefault(2) ?? "");
}

// `planted [seconds each] [scenario]` asks them about faults that each is for.
if (args is ["planted", .. var which])
{
    return await PlantMode.RunAsync(int.Parse(which.ElementAtOrDefault(0) ?? "30", CultureInfo.InvariantCulture), which.ElementAtOrDefault(1) ?? "");
}

var asked = args.ElementAtOrDefault(0) ?? "";
List<Subject> subjects =
[
    .. Subject.Of("docs/samples/Door", "Door"),
    .. Subject.Of("docs/samples/Vending", "VendingMachine"),
    .. Subject.Of("src/FsmKit", "GTimer"),
    .. Subject.Of("src/FsmKit.Net", "GServerSock", "GConnex", "GSock"),
    .. Subject.Of("src/FsmKit.Http", "GHttpCliSrv"),
];
var seen = new List<(Subject Subject, Mutant Mutant, Verdict Verdict, string Said)>();
foreach (var subject in subjects.Where(subject => subject.GClass.Contains(asked, StringComparison.Ordinal)))
{
    var judge = await Judge.OfAsync(subject);
    var mutants = Faults.Of(subject).ToList();
    var verdicts = new (Verdict Verdict, string Said)[mutants.Count];
    await Parallel.ForAsync(0, mutants.Count, async (number, _) => verdicts[number] = await judge.SeesAsync(mutants[number]));
    foreach (var (mutant, (verdict, said)) in mutants.Zip(verdicts))
    {
        seen.Add((subject, mutant, verdict, said));
        if (verdict >= Verdict.Table)
        {
            Console.WriteLine($"{verdict}: {subject.GClass}: {mutant.Kind}: {mutant.What} {said}");
        }
    }
}

Console.WriteLine($"\n| {"Fault",-30} | all | {string.Join(" | ", Enum.GetNames<Verdict>())} |\n|{new string('-', 32)}|----:|{string.Join("|", Enum.GetNames<Verdict>().Select(static name => new string('-', name.Length + 1) + ":"))}|");
foreach (var kind in seen.GroupBy(static one => one.Mutant.Kind).OrderBy(static kind => kind.Key, StringComparer.Ordinal).Append(null))
{
    var of = kind?.ToList() ?? seen;
    var cells = Enum.GetValues<Verdict>().Select(verdict => $"{of.Count(one => one.Verdict == verdict)}".PadLeft($"{verdict}".Length));
    Console.WriteLine($"| {kind?.Key ?? "all",-30} | {of.Count,3} | {string.Join(" | ", cells)} |");
}

Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"\nSeen by rules or the compiler: {Percent(Verdict.Compiler):F1} %; with advice: {Percent(Verdict.Advice):F1} %; with the reviewed table: {Percent(Verdict.Table):F1} %."));
return 0;

double Percent(Verdict most) => 100.0 * seen.Count(one => one.Verdict <= most) / seen.Count;
