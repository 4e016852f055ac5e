using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis.CSharp;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0011: declaration of a parameter, and its language version.</summary>
public sealed class ParameterRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0011");

    private static string Door(string property) =>
        $$"""
        [GClass]
        public sealed partial class Door : GObj
        {
            private enum State { Closed }

            [Parameter]
            {{property}}
        }
        """;

    [Theory]
    [InlineData("public int [|Port|] { get; set; }", "it is not partial")]
    [InlineData("public partial int [|{|CS9248:Port|}|] { get; }", "it has only one of the two")]
    [InlineData("public partial int [|{|CS9248:Port|}|] { set; }", "it has only one of the two")]
    [InlineData("public static partial int [|{|CS9248:Port|}|] { get; set; }", "it is static, and a parameter belongs to one gobj")]
    [InlineData("public int [|Port|] => 1;", "it has only one of the two")]
    [InlineData("public int [|Port|] { get => 1; set { } }", "an accessor has code, which belongs into Validate or Coerce")]
    [InlineData("public int [|this|][int i] { get => 1; set { } }", "it is no property")]
    [InlineData("partial int {|CS0540:IHas|}.[|{|CS0754:{|CS9248:Port|}|}|] { get; set; }", "it belongs to an interface; write a parameter of its own, and let the interface's property return it")]
    public async Task Anything_but_a_partial_property_with_two_plain_accessors_is_shown(string property, string problem)
    {
        var found = await _verify.VerifyAsync(Door(property), "public interface IHas { int Port { get; set; } }");
        Assert.EndsWith($"has to be a partial instance property with plain 'get' and 'set' or 'init': {problem}", found[0].GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Validate")]
    [InlineData("Coerce")]
    public async Task Accessors_that_the_author_has_written_check_for_themselves(string check)
    {
        var found = await _verify.VerifyAsync($$"""
            [GClass]
            public sealed partial class Door : GObj
            {
                private enum State { Closed }

                [Parameter({{check}} = nameof(Check))]
                public partial bool [|IsOpen|] { get; set; }

                public partial bool IsOpen { get => true; set { } }

                private static bool Check(bool value) => value;
            }
            """);
        Assert.EndsWith("remove Validate and Coerce, and throw ParameterException.Rejected in the setter", found[0].GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp13, "13.0", "{|CS9248:Port|}")]
    [InlineData(LanguageVersion.CSharp12, "12.0", "{|CS8703:{|CS9248:Port|}|}")]
    public async Task Under_an_older_language_the_version_is_told(LanguageVersion version, string name, string property)
    {
        var verify = new AnalyzerVerifier(new GClassAnalyzer(), "FSM0011") { Language = version };
        var found = await verify.VerifyAsync(Door($"public partial int [|{property}|] {{ get; set; }}"));
        Assert.Equal($"The parameter 'Port' needs C# 14, and this project is compiled as C# {name}: remove LangVersion from the project, or set it to 14", found[0].GetMessage());
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.Preview)]
    [InlineData(LanguageVersion.Latest)]
    public Task Under_this_one_and_a_newer_it_is_fine(LanguageVersion version) =>
        new AnalyzerVerifier(new GClassAnalyzer(), "FSM0011") { Language = version }.VerifyAsync(Door("public partial int Port { get; set; }"));

    [Theory]
    [InlineData("public partial int Port { get; set; }")]
    [InlineData("public partial int Port { get; init; } = 80;")]
    [InlineData("public partial int Port { internal get; set; }")]
    [InlineData("public partial int Port { private get; init; }")]
    [InlineData("internal partial string Port { get; private set; } = \"x\";")]
    [InlineData("public partial int Port { get; } public partial int Port => 80;")]
    [InlineData("public partial int Port { get; set; } public partial int Port { get => 80; set { } }")]
    public Task A_partial_property_is_fine(string property) => _verify.VerifyAsync(Door(property));
}
