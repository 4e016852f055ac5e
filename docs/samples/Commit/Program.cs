// Two-phase commit in a simulated world: the coordinator crashes, messages are lost and repeated, and thousands of schedules are tried.
using System.Globalization;
using CommitSample;
using FsmKit.Testing;

if (Arguments.Read(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

var found = Explore.Find(
    world => CommitSystem.SetUp(world, arguments.HasBug),
    new ExploreOptions { Schedules = arguments.Schedules, FailureFile = arguments.File });
if (found.Failure is not { } failure)
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found.Schedules} schedules with {found.Steps} steps, and none fails."));
    return 0;
}

Console.WriteLine($"{failure}\n{failure.Trace.ToMermaid()}\nIt is also in {arguments.File}.");
return 1;
