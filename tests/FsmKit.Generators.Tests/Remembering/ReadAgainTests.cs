using FsmKit.Generators.Emitting;
using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FsmKit.Generators.Tests.Remembering;

/// <summary>Which gclasses a keystroke makes the generator read again: those that have looked into the file, or that say a name that may mean something else now.</summary>
public class ReadAgainTests
{
    private const string Events = "public readonly record struct EvA(int N);";
    private const string Gauge = "public struct Gauge { private int _n; public void Put(int n) { _n = n; } }";
    private const string Depot = """
        public class Depot
        {
            public int Stock;
            public int Sum() { return 1; }
        }
        """;
    private const string Door = """
        [GClass, Input<EvA>]
        public sealed partial class Door : GObj
        {
            private readonly Depot _depot = new();
            enum State { [On<EvA>(nameof(AcDoor))] S0 }
            private void AcDoor() => Put(_depot.Stock);
            private void Put(int n) { }
            private void Put(long n) { }
        }
        """;
    private const string Meter = """
        [GClass, Input<EvA>]
        public sealed partial class Meter : GObj
        {
            private Gauge _gauge;
            enum State { [On<EvA>(nameof(AcMeter))] S0 }
            private void AcMeter(in EvA e) => _gauge.Put(e.N);
        }
        """;
    private const string Part = """
        partial class Meter
        {
            private void Helper() { }
        }
        """;

    private static readonly string[] Files = [Events, Gauge, Depot, Door, Meter, Part];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("return 1;", "return 2;")]
    [InlineData("return 1;", "return 1; /* One. */")]
    [InlineData("public int Sum", "\n    /// <summary>All.</summary>\n    public int Sum")]
    [InlineData("{ return 1; }", "=> 1;")]
    [InlineData("public int Sum", "private int _first = 1; public int Sum")]
    [InlineData("public int Sum", "v\n    public int Sum")]
    [InlineData("public int Sum", "public void\n    public int Sum")]
    [InlineData("public int Sum", "private int _typed; public void Typed() { } public int Sum")]
    [InlineData("int Sum()", "long Sum(int more)")]
    public void An_edit_elsewhere_reads_none(string before, string after) => Assert.Empty(ReadAfter(before, after));

    [Theory]
    [InlineData("Put(_depot", "Put( _depot")]
    [InlineData("S0 }\n    private void AcDoor", "S0 }\n    // Opens.\n    private void AcDoor")]
    [InlineData("On<EvA>(nameof(AcDoor))", "On<EvA>(nameof(AcDoor), Next = S0)")]
    public void An_edit_in_a_gclass_reads_this_one(string before, string after) => Assert.Equal(["Door"], ReadAfter(before, after));

    [Theory]
    [InlineData("_n = n;", "_n = n + 1;")]
    [InlineData("Helper() { }", "Helper() { Helper(); }")]
    public void An_edit_where_the_proof_has_looked_reads_the_gclass_that_it_was_for(string before, string after) => Assert.Equal(["Meter"], ReadAfter(before, after));

    [Fact]
    public void A_member_that_a_gclass_names_reads_this_one() => Assert.Equal(["Door"], ReadAfter("public int Stock", "public long Stock"));

    [Theory]
    [InlineData("struct EvA(int N)", "struct EvA(int N, int M)")]
    [InlineData("public class Depot", "public class Shed { }\npublic class Depot")]
    [InlineData("public class Depot", "public abstract class Depot")]
    [InlineData("public int Sum", "public const int Most = 1; public int Sum")]
    [InlineData("public int Sum", "public static implicit operator int(Depot d) => 1; public int Sum")]
    [InlineData("public class Depot", "using System.Text;\npublic class Depot")]
    public void What_may_change_the_meaning_of_any_name_reads_all(string before, string after) => Assert.Equal(["Door", "Meter"], ReadAfter(before, after));

    [Fact]
    public void What_was_read_is_remembered_through_many_edits_and_for_a_program_that_comes_back()
    {
        var read = new List<string>();
        var first = TestCompilation.Create(Files);
        var driver = Driver(read).RunGenerators(first, Token);
        Assert.Equal(["Door", "Meter"], read.Order());
        read.Clear();
        var typed = first;
        for (var i = 0; i < 5; i++)
        {
            typed = Replace(typed, "public int Sum", $"public int Typed{i}; public int Sum");
            driver = driver.RunGenerators(typed, Token);
        }

        driver.RunGenerators(first, Token);
        Assert.Empty(read);
    }

    [Theory]
    [InlineData("global using Mine = FsmKit.GClassAttribute;", "[Mine, Input<EvA>]")]
    [InlineData("global using MineAttribute = FsmKit.GClassAttribute;", "[Mine, Input<EvA>]")]
    [InlineData("global using Mine = FsmKit.GClassAttribute;", "[global::FsmKit.@GClass, Input<EvA>]")]
    public void A_gclass_is_found_by_whatever_name_its_attribute_has(string usings, string attributes)
    {
        var read = new List<string>();
        var other = CSharpSyntaxTree.ParseText(usings, TestCompilation.ParseOptions, "Global.cs", cancellationToken: Token);
        var compilation = TestCompilation.Create(Events, Depot, Door.Replace("[GClass, Input<EvA>]", attributes, StringComparison.Ordinal)).AddSyntaxTrees(other);
        var driver = Driver(read).RunGenerators(compilation, Token);
        Assert.Single(driver.GetRunResult().GeneratedTrees);
        driver = driver.RunGenerators(compilation.RemoveSyntaxTrees(other), Token);
        Assert.Equal(attributes.StartsWith("[Mine", StringComparison.Ordinal) ? 0 : 1, driver.GetRunResult().GeneratedTrees.Length);
    }

    [Fact]
    public void A_fault_is_not_remembered()
    {
        var faults = 1;
        var generator = new GClassGenerator(
            (gclass, compilation, cancellation) => faults-- > 0 ? throw new InvalidOperationException("Oh.") : GClassGenerator.Read(gclass, compilation, cancellation), MachineEmitter.Emit);
        var compilation = TestCompilation.Create(Events, Depot, Door);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
        driver = driver.RunGenerators(compilation, Token);
        Assert.Single(driver.GetRunResult().Diagnostics);
        driver = driver.RunGenerators(Replace(compilation, "return 1;", "return 2;"), Token);
        Assert.Empty(driver.GetRunResult().Diagnostics);
        Assert.Single(driver.GetRunResult().GeneratedTrees);
    }

    [Theory]
    [InlineData("return 1;", "return 2;", 0)]
    [InlineData("<summary>Far.", "<summary>Near.", 1)]
    [InlineData("int N)", "int N, int M)", 1)]
    public void The_source_of_another_project_is_looked_at_like_ones_own(string before, string after, int expected)
    {
        const string Library = """
            namespace Lib;
            /// <summary>Far.</summary>
            public readonly record struct EvLib(int N);
            """;
        const string More = "namespace Lib; public class More { public int M() { return 1; } }";
        const string Box = "[GClass, Input<Lib.EvLib>] public sealed partial class Box : GObj { enum State { [Ignore<Lib.EvLib>] S0 } }";
        var read = new List<string>();
        var library = TestCompilation.Create(Library, More);
        var reference = library.ToMetadataReference();
        var program = TestCompilation.Create(Box).AddReferences(reference).WithAssemblyName("Program");
        var driver = Driver(read).RunGenerators(program, Token);
        read.Clear();
        driver.RunGenerators(program.ReplaceReference(reference, Replace(library, before, after).ToMetadataReference()), Token);
        Assert.Equal(expected, read.Count);
    }

    [Fact]
    public void A_guard_in_the_source_of_another_project_is_asked_as_one_that_may_throw()
    {
        var library = TestCompilation.Create("namespace Lib; public abstract class Base : GObj { protected bool Guard() => true; }").WithAssemblyName("Lib");
        var program = TestCompilation.Create(Events, "[GClass, Input<EvA>] public sealed partial class Box : Lib.Base { enum State { [On<EvA>(null!, When = nameof(Guard)), Ignore<EvA>] S0 } }")
            .AddReferences(library.ToMetadataReference());
        var result = Driver([]).RunGenerators(program, Token).GetRunResult();
        Assert.Empty(result.Diagnostics);
        Assert.Single(result.GeneratedTrees);
    }

    private static IEnumerable<string> ReadAfter(string before, string after)
    {
        var read = new List<string>();
        var compilation = TestCompilation.Create(Files);
        var driver = Driver(read).RunGenerators(compilation, Token);
        read.Clear();
        driver.RunGenerators(Replace(compilation, before, after), Token);
        return read.Order();
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, string before, string after)
    {
        var tree = compilation.SyntaxTrees.Single(file => file.ToString().Contains(before, StringComparison.Ordinal));
        return compilation.ReplaceSyntaxTree(
            tree, CSharpSyntaxTree.ParseText(tree.ToString().Replace(before, after, StringComparison.Ordinal), TestCompilation.ParseOptions, tree.FilePath, cancellationToken: Token));
    }

    private static CSharpGeneratorDriver Driver(List<string> read) => CSharpGeneratorDriver.Create(
        [
            new GClassGenerator(
                (gclass, compilation, cancellation) =>
                {
                    read.Add(gclass.Name);
                    return GClassGenerator.Read(gclass, compilation, cancellation);
                },
                MachineEmitter.Emit).AsSourceGenerator(),
        ],
        parseOptions: TestCompilation.ParseOptions);
}
