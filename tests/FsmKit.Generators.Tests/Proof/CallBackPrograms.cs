using System.Reflection;
using System.Runtime.Loader;
using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FsmKit.Generators.Tests.Proof;

/// <summary>A gclass for each way of calling back, generated and compiled at once.</summary>
public sealed class CallBackPrograms
{
    private readonly Assembly _programs;

    /// <summary>Compiles all of them.</summary>
    public CallBackPrograms()
    {
        var sources = Programs.Select(static (program, number) => Source(program.CallBack, program.Place, program.Talks, number));
        var input = TestCompilation.Create([Kit.Source, KitOfNet.Source, .. sources])
            .AddReferences(MetadataReference.CreateFromFile(typeof(Microsoft.CSharp.RuntimeBinder.RuntimeBinderException).Assembly.Location));
        input = input.WithOptions(input.Options.WithAllowUnsafe(true).WithNullableContextOptions(NullableContextOptions.Disable).WithConcurrentBuild(true));
        GeneratorRun.Driver(trackSteps: false).RunGeneratorsAndUpdateCompilation(input, out var output, out _);
        using var image = new MemoryStream();
        var result = output.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(static found => found.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        _programs = new AssemblyLoadContext("programs").LoadFromStream(image);
    }

    /// <summary>Each way, at the places in turn; then each at another place, beside a row that publishes.</summary>
    public static IReadOnlyList<(CallBack CallBack, Place Place, bool Talks)> Programs { get; } =
    [
        .. CallBack.All.Select(static (callBack, number) => (callBack, Fitting(callBack, number), false)),
        .. CallBack.All.Select(static (callBack, number) => (callBack, Fitting(callBack, number + (Place.All.Count / 2)), true)),
    ];

    /// <summary>Runs a program.</summary>
    /// <returns>Empty when all went well, or a text that says the fault.</returns>
    public string Play(int program)
    {
        using var app = new GAplic("app", new GAplicOptions { Time = new ManualTime() });
        var run = _programs.GetType($"P{program}.Program", throwOnError: true)!.GetMethod("Run")!;
        return (string)run.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [app], null)!;
    }

    private static Place Fitting(CallBack callBack, int number)
    {
        var place = Place.All[number % Place.All.Count];
        return place.Inside || !(callBack.Body.Contains("CurrentState", StringComparison.Ordinal) || callBack.Body.Contains("ChangeState", StringComparison.Ordinal)) ? place : Place.All[0];
    }

    private static string Source(CallBack callBack, Place place, bool talks, int number) => $$"""
        #define TRACE
        #pragma warning disable
        namespace P{{number}}
        {
        {{place.GClass(callBack.Fields, callBack.Body, talks)}}

            public static class Program
            {
                public static string Run(GAplic app)
                {
                    var output = Console.Out; var error = Console.Error; var culture = System.Globalization.CultureInfo.CurrentCulture; var context = SynchronizationContext.Current;
                    var B = app.Create<Box>();
                    var outcome = Outcome.Refused;
                    try
                    {
                        {{callBack.Setup}}
                        Hook.Arm(() => B.Send(new EvBack()));
                        outcome = B.Send(new EvGo());
                    }
                    finally
                    {
                        Hook.Disarm();
                        Console.SetOut(output); Console.SetError(error); System.Globalization.CultureInfo.CurrentCulture = culture; SynchronizationContext.SetSynchronizationContext(context);
                        foreach (var listener in Trace.Listeners.OfType<EvilListener>().ToList()) { Trace.Listeners.Remove(listener); }
                        AppDomain.CurrentDomain.FirstChanceException -= Hook.OnThrow; AppDomain.CurrentDomain.AssemblyResolve -= Hook.OnResolve; Activity.CurrentChanged -= Hook.OnActivity;
                    }

                    return outcome != Outcome.Handled ? $"answered {outcome}"
                        : Hook.Outcomes.Count == 0 ? "nothing called back"
                        : B.Reentered > 0 ? "re-entered"
                        : Hook.Outcomes.Any(static one => one != Outcome.Queued) ? "not queued: " + string.Join(" ", Hook.Outcomes)
                        : B.Backs != Hook.Outcomes.Count ? $"{B.Backs} of {Hook.Outcomes.Count} came"
                        : "";
                }
            }
        }
        """;
}
