using System.Reflection;
using System.Runtime.Loader;
using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FsmKit.Generators.Tests;

/// <summary>Gclasses in source text, generated, compiled, loaded and played. A test reads their notes.</summary>
internal static class LoadedSnippet
{
    /// <summary>The events that most snippets use.</summary>
    private const string Events = """
        global using static FsmKit.Generators.Tests.Trail;
        global using FsmKit.Generators.Tests; global using FsmKit.TestShared; global using System.Threading; global using System.Threading.Tasks;

        public readonly record struct EvA(int N = 0);
        public readonly record struct EvB(int N = 0);
        public readonly record struct EvC(int N = 0);
        public readonly ref struct EvSpan(System.ReadOnlySpan<byte> bytes) { public System.ReadOnlySpan<byte> Bytes { get; } = bytes; }
        """;

    /// <summary>The events, and a reference to this assembly.</summary>
    private static readonly CSharpCompilation Stage = TestCompilation.Bound(
        TestCompilation.Create(Events).AddReferences(MetadataReference.CreateFromFile(typeof(Trail).Assembly.Location)));

    /// <summary>Plays a scene; in it are <c>app</c>, <c>time</c>, <c>log</c> and <c>Say</c>.</summary>
    /// <returns>The notes of the scene, with blanks between.</returns>
    public static string Play(string gclasses, string scene) => Play(Generate(gclasses, scene), " ");

    /// <summary>The run of the generator that <see cref="Play(string, string)"/> stands on.</summary>
    public static GeneratorRun Generate(string gclasses, string scene) => GeneratorRun.Of(Compilation(gclasses, scene));

    /// <summary>Plays a scene after one run of the generator, without the checks of <see cref="GeneratorRun"/>: for very many gclasses.</summary>
    public static string PlayUnchecked(string gclasses, string scene, string separator)
    {
        GeneratorRun.Driver(trackSteps: false).RunGeneratorsAndUpdateCompilation(Compilation(gclasses, scene), out var output, out _);
        return Play(output, separator);
    }

    /// <summary>Plays the scene of a run.</summary>
    public static string Play(GeneratorRun run, string separator) => Play(run.Output, separator);

    private static CSharpCompilation Compilation(string gclasses, string scene) => Stage.Add(gclasses, $$"""
            public static class Scene
            {
                public static string Run(string separator)
                {
                    Trail.Lines = new List<string>();
                    var log = new Trail();
                    var time = new ManualTime();
                    using var app = new GAplic("app", new GAplicOptions { Time = time, Logger = log });
                    {{scene}}
                    return string.Join(separator, Trail.Lines);
                }

                private static string Thrown(Action action)
                {
                    try
                    {
                        action();
                        return "nothing";
                    }
                    catch (Exception x)
                    {
                        return x is GObjException ? (x.GetType().IsPublic ? x.GetType().Name : nameof(GObjException)) : x.Message;
                    }
                }
            }
            """);

    private static string Play(Compilation output, string separator)
    {
        using var image = new MemoryStream();
        var result = output.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        image.Position = 0;
        var context = new AssemblyLoadContext("snippet", isCollectible: true);
        try
        {
            var scene = context.LoadFromStream(image).GetType("Scene", throwOnError: true)!;
            return (string)scene.GetMethod("Run")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [separator], null)!;
        }
        finally
        {
            context.Unload();
        }
    }
}
