namespace FsmKit.Generators.Tests.Proof;

/// <summary>
/// Checks that an event waits until the running action is through, in every way in which .NET or the language lets an action call back.
/// Each program is generated, compiled and run.
/// </summary>
[Collection(nameof(Alone))]
[Trait("Category", "Slow")]
public class RunToCompletionProofTests(CallBackPrograms programs) : IClassFixture<CallBackPrograms>
{
    /// <summary>The programs, by number.</summary>
    public static TheoryData<int, string, string> Programs { get; } =
        [.. CallBackPrograms.Programs.Select(static (program, number) => new TheoryDataRow<int, string, string>(number, program.CallBack.Name, program.Place.Name + (program.Talks ? " beside a row that publishes" : "")))];

    [Theory]
    [MemberData(nameof(Programs))]
    public void What_calls_back_waits(int number, string callBack, string place) =>
        Assert.Equal($"{callBack} in {place}: ", $"{callBack} in {place}: {programs.Play(number)}");

    /// <summary>The programs replace the console, the culture, listeners of the whole process.</summary>
    [CollectionDefinition(nameof(Alone), DisableParallelization = true)]
    public sealed class Alone;
}
