using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using FsmKit.Benchmarks;

switch (args)
{
    // quick [part of a title] [rounds]: seconds instead of minutes
    case ["quick", ..]:
        Quick.Run(args.ElementAtOrDefault(1) ?? "", Number(2, 40));
        break;

    // talk [rounds]: communication between gobjs, next to the nearest construct of the BCL
    case ["talk", ..]:
        Quick.Run(Groups.Talking(), Number(1, 40));
        break;
    case ["sizes"]:
        CodeSizes.Print();
        break;

    // footprint: bytes of managed memory per gobj, subscription and connection
    case ["footprint"]:
        Footprint.Print();
        break;

    // soak readers [connections]: a tenth of them never reads the messages of the server to all
    case ["soak", "readers", ..]:
        return Soak.RunReaders(Number(2, 10_000));
    case ["soak-reader-clients", ..]:
        SoakReaders.Run(Number(1, 0), Number(2, 0));
        break;

    // soak faults [connections at once]: subscribers that throw in every event
    case ["soak", "faults", ..]:
        return Soak.RunFaults(Number(2, 10_000));
    case ["soak-fault-clients", ..]:
        SoakFaults.Run(Number(1, 0), Number(2, 0), Number(3, 0));
        break;

    // soak [connections at once] [connections one by one]: memory and descriptors that stay
    case ["soak", ..]:
        return Soak.Run(Number(1, 10_000), Number(2, 200_000));
    case ["soak-clients", ..]:
        SoakClients.Run(Number(1, 0), Number(2, 0), Number(3, 0));
        break;

    // storm [requests] [busy threads] [seconds]: streamed bodies, each byte compared
    case ["storm", ..]:
        return Storm.Run(Number(1, 100_000), Number(2, 2), Number(3, 600));

    // explore [schedules]: schedules and steps per second
    case ["explore", ..]:
        FsmKit.Benchmarks.Exploring.Explorations.Print(Number(1, 30_000));
        break;

    // states [part of a name]: number of states that a search visits per second
    case ["states", ..]:
        FsmKit.Benchmarks.Exploring.EveryState.Print(args.ElementAtOrDefault(1) ?? "");
        break;

    // hour [nodes]: a simulated hour of nodes that send heartbeats
    case ["hour", ..]:
        FsmKit.Benchmarks.Exploring.SimulatedHour.Print(Number(1, 100));
        break;

    // long [events]: the memory that one long schedule takes, its choices recorded
    case ["long", ..]:
        FsmKit.Benchmarks.Exploring.LongSchedule.Print(Number(1, 10_000_000));
        break;

    // network [messages]: steps per second over the network in memory
    case ["network", ..]:
        FsmKit.Benchmarks.Exploring.LongSchedule.PrintNetwork(Number(1, 20_000));
        break;

    // seeds [count]: a digest of their traces, the same in each process
    case ["seeds", ..]:
        FsmKit.Benchmarks.Exploring.Seeds.Print(Number(1, 1_000));
        break;

    // peers [seeds] [strategy]: effort to find the known bugs of the systems in Peers
    case ["peers", ..]:
        FsmKit.Benchmarks.Exploring.Peers.Print(Number(1, 200), Enum.Parse<FsmKit.Testing.Strategy>(args.ElementAtOrDefault(2) ?? "Portfolio"));
        break;

    // find [seeds] [part of a name]: effort to find the known bugs, without shrinking
    case ["find", ..]:
        FsmKit.Benchmarks.Exploring.Finding.Print(Number(1, 100), args.ElementAtOrDefault(2) ?? "");
        break;

    // shrink [seeds] [part of a name] [budget]: how long the shrunk traces of the known bugs are, and what shrinking takes
    case ["shrink", ..]:
        FsmKit.Benchmarks.Exploring.Shrinking.Print(Number(1, 10), args.ElementAtOrDefault(2) ?? "", Number(3, 2_000));
        break;

    // alarms [schedules] [seconds each] [part of a name]: what fails in systems without a bug
    case ["alarms", ..]:
        return FsmKit.Benchmarks.Exploring.Alarms.Print(Number(1, 1_000_000), Number(2, 600), args.ElementAtOrDefault(3) ?? "");

    // record [rounds]: costs of recording an event, and of replaying it
    case ["record", ..]:
        FsmKit.Benchmarks.Recordings.RecordingCosts.Print(Number(1, 20));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(DispatchBenchmarks).Assembly).Run(args, ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)).AddDiagnoser(MemoryDiagnoser.Default));
        break;
}

return 0;

int Number(int position, int otherwise) =>
    args.Length > position ? int.Parse(args[position], CultureInfo.InvariantCulture) : otherwise;
