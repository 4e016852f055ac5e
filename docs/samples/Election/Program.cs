// The election of a leader in a simulated world: nodes crash, messages are lost, repeated and late, and thousands of schedules are tried.
using System.Globalization;
using ElectionSample;
using FsmKit.Testing;

if (Arguments.Read(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

var found = Explore.Find(
    world => ElectionSystem.SetUp(world, arguments.HasBug),
    ElectionSystem.Options with { Schedules = arguments.Schedules, FailureFile = arguments.File });
if (found.Failure is not { } failure)
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found.Schedules} schedules with {found.Steps} steps, and none fails."));
    return 0;
}

Console.WriteLine($"{failure}\n{failure.Trace.ToMermaid()}\nIt is also in {arguments.File}.");
return 1;
