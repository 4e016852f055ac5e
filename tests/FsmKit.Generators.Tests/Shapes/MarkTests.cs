using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Tests;

/// <summary>Attributes of generated members, and the effect of attributes of the author on them.</summary>
public class MarkTests
{
    private const string Everything = """
        [GClass, Input<EvA>, Input<EvSpan>, Output<EvB>]
        public sealed partial class Box : GObj
        {
            enum State { [Enter(nameof(Ac)), Exit(nameof(Ac)), After(5, nameof(Ac), Next = S1), On<EvA>(nameof(Ac), Next = S1, When = nameof(Fits))] S0, [After(nameof(Wait), Next = S0), Refuse] S1 }
            [Parameter(Validate = nameof(IsFine))] public partial int P { get; set; } = 3;
            private TimeSpan Wait => TimeSpan.Zero;
            private bool IsFine(int p) => p > 0;
            private bool Fits() => DateTime.Now.Year > 1;
            private void Ac() { Publish(new EvB()); ChangeState(State.S0); }
        }
        """;

    [Theory, InlineData("[GClass, "), InlineData("[GClass(Reentrancy = Reentrancy.Nested), ")]
    public void Each_generated_member_is_marked_and_the_class_is_not(string gclass)
    {
        var run = GeneratorRun.Of(
            "public readonly record struct EvA; public readonly record struct EvB; public readonly ref struct EvSpan;", Everything.Edited("[GClass, ", gclass));
        var tree = CSharpSyntaxTree.ParseText(run.Text, TestCompilation.ParseOptions, cancellationToken: TestContext.Current.CancellationToken);
        var box = tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<ClassDeclarationSyntax>().First();
        Assert.Empty(box.AttributeLists);
        Assert.Contains("using Fsm_Generated = global::System.CodeDom.Compiler.GeneratedCodeAttribute;", run.Text, StringComparison.Ordinal);
        Assert.Contains("using Fsm_NotCounted = global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverageAttribute;", run.Text, StringComparison.Ordinal);
        Assert.Contains("using Fsm_NotUsers = global::System.Diagnostics.DebuggerNonUserCodeAttribute;", run.Text, StringComparison.Ordinal);
        foreach (var member in box.Members.SelectMany(static member =>
            member is PropertyDeclarationSyntax { AccessorList.Accessors: var accessors } ? accessors.Select(static one => (one.ToString(), one.AttributeLists)) : [(member.ToString(), member.AttributeLists)]))
        {
            var marks = string.Concat(member.AttributeLists.Select(static list => list.ToString()));
            Assert.True(marks.Contains("Fsm_Generated(", StringComparison.Ordinal), member.Item1);
            Assert.True(marks.Contains("Fsm_NotCounted, Fsm_NotUsers", StringComparison.Ordinal) || member.Item1.EndsWith(';'), member.Item1);
        }

        var symbol = run.Output.GetTypeByMetadataName("Box")!;
        Assert.DoesNotContain(symbol.GetAttributes(), static attribute => attribute.AttributeClass!.Name is "GeneratedCodeAttribute" or "ExcludeFromCodeCoverageAttribute");
        Assert.DoesNotContain(symbol.GetMembers("P")[0].GetAttributes(), static attribute => attribute.AttributeClass!.Name is "GeneratedCodeAttribute");
    }

    [Theory]
    [InlineData("[Obsolete]", "CS0612"), InlineData("[Obsolete(\"Old.\")]", "CS0618"), InlineData("[Obsolete(\"Old.\", DiagnosticId = \"MINE1\")]", "MINE1")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"EXP1\")]", "EXP1")]
    public void What_the_author_may_name_the_generated_part_may(string mark, string id) => GeneratorRun.Of($$"""
        #pragma warning disable {{id}}
        {{mark}} public readonly record struct EvX;
        {{mark}} public enum Mode { One }

        [GClass, Input<EvX>, Output<EvX>]
        public sealed partial class Box : GObj
        {
            enum State { [On<EvX>(nameof(Ac), Next = S1, When = nameof(Fits))] S0, {{mark}} [After(nameof(Wait), nameof(AcDue)), Refuse] S1 }
            [Parameter(Validate = nameof(IsFine))] {{mark}} public partial Mode P { get; set; }
            {{mark}} private TimeSpan Wait => TimeSpan.Zero;
            {{mark}} private bool IsFine(Mode p) => true;
            {{mark}} private bool Fits() => true;
            {{mark}} private void Ac() => ChangeState(State.S1);
            {{mark}} private void AcDue() { }
        }
        """);

    [Fact]
    public void What_is_obsolete_by_error_can_be_named_in_the_table() => GeneratorRun.Of("""
        public readonly record struct EvX;

        [GClass, Input<EvX>]
        public sealed partial class Box : GObj
        {
            enum State { [On<EvX>(nameof(Ac), When = nameof(Fits))] S0 }
            [Obsolete("Not by hand.", true)] private bool Fits() => true;
            [Obsolete("Not by hand.", true)] private void Ac() { }
        }
        """);

    [Fact]
    public void An_obsolete_gclass_of_events_that_are_obsolete_by_error_compiles() => GeneratorRun.Of("""
        [Obsolete("Gone.", true)] public readonly record struct EvX;

        [Obsolete("Gone.")]
        [GClass, Input<EvX>, Output<EvX>]
        public sealed partial class Box : GObj { enum State { [On<EvX>(nameof(Ac))] S0 } private void Ac(in EvX e) { } }
        """);

    [Theory]
    [InlineData("string[]"), InlineData("string"), InlineData("IReadOnlyList<string>"), InlineData("Action"), InlineData("Dictionary<string, object>")]
    public void A_parameter_keeps_the_nullability_of_the_place_where_it_was_written(string type)
    {
        var run = GeneratorRun.Of($$"""
            #nullable disable
            [GClass] public sealed partial class Box : GObj { enum State { S0 } [Parameter] public partial {{type}} Hosts { get; set; } }
            """);
        Assert.Contains("#nullable disable", run.Text, StringComparison.Ordinal);
    }
}
