// Prints a line for each run: run, system, bug, seed, bugs found, schedules, scheduling points, wall seconds, CPU seconds.
//   FsmKit.Peers.Coyote [SEEDS] [SCHEDULES] [CORRECT]    schedules of a run, at most; a correct system is run once, in CORRECT schedules
using System.Diagnostics;
using System.Globalization;
using FsmKit.Peers;
using Microsoft.Coyote;
using Microsoft.Coyote.SystematicTesting;

var (seeds, most, correct) = (Number(0, 10), Number(1, 10_000), Number(2, 1_000));
foreach (var one in Case.All)
{
    Run(one, seed: 0, schedules: 200); // So that the compiler of the runtime is done.
    for (var seed = 1; seed <= (one.Bug == Case.None ? 1 : seeds); seed++)
    {
        Console.WriteLine(Run(one, (uint)seed, (uint)(one.Bug == Case.None ? correct : most)));
    }
}

string Run(Case one, uint seed, uint schedules)
{
    var configuration = Configuration.Create().WithTestingIterations(schedules).WithRandomGeneratorSeed(seed).WithTelemetryEnabled(false);
    using var engine = TestingEngine.Create(configuration, one.SetUp);
    var (begun, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
    engine.Run();
    var report = engine.TestReport;
    return string.Create(
        CultureInfo.InvariantCulture,
        $"run {one.System} {one.Bug} {seed} {report.NumOfFoundBugs} {report.NumOfExploredFairPaths + report.NumOfExploredUnfairPaths} {report.TotalExploredFairSteps + report.TotalExploredUnfairSteps} {Stopwatch.GetElapsedTime(begun).TotalSeconds:F4} {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:F4}");
}

int Number(int position, int otherwise) => args.Length > position ? int.Parse(args[position], CultureInfo.InvariantCulture) : otherwise;
