using System.Reflection;

namespace FsmKit.Generators.Tests;

public class KnownNamesTests
{
    /// <summary>Names that are no types of the runtime: members of gclasses, written by hand or generated.</summary>
    private static readonly string[] Members =
        [KnownNames.Tool, KnownNames.Namespace, KnownNames.StateEnum, KnownNames.CurrentState, KnownNames.IsIn, KnownNames.ChangeState, KnownNames.Publish, KnownNames.StartUp, KnownNames.Create, KnownNames.Destroy, KnownNames.Migrate, .. Timers, .. KnownNames.Overrides];

    private static IEnumerable<string> Timers => [KnownNames.StartTimer, KnownNames.StopTimer, KnownNames.TimeLeft, KnownNames.InvokeCall, KnownNames.Raise];

    public static TheoryData<string> TypeNames => [.. typeof(KnownNames)
        .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(static constant => constant.IsLiteral)
        .Select(static constant => (string)constant.GetRawConstantValue()!)
        .Except(Members)
        .Select(static name => name.Split('.')[^1])
        .Distinct()];

    [Theory]
    [MemberData(nameof(TypeNames))]
    public void Each_name_is_a_type_of_the_runtime(string name)
    {
        Assert.Equal("FsmKit", KnownNames.Namespace);
        Assert.NotEmpty(typeof(GObj).GetMember(KnownNames.Create));
        Assert.NotNull(typeof(GObj).GetMethod(KnownNames.StartUp, BindingFlags.Instance | BindingFlags.NonPublic));
        Assert.All(Timers, static timer => Assert.Contains(typeof(GObj).GetMethods(BindingFlags.Instance | BindingFlags.NonPublic), method => method.Name == timer && method.IsFamily));
        Assert.Contains(typeof(GObj).Assembly.GetExportedTypes(), type => type.Namespace == KnownNames.Namespace && type.Name.Split('`')[0] == name);
    }

    [Fact]
    public void What_a_gclass_overrides_is_what_begins_with_Fsm_in_GObj() => Assert.Equal(
        KnownNames.Overrides.Order(),
        typeof(GObj).GetMembers(BindingFlags.Instance | BindingFlags.NonPublic)
            .Where(static member => member.Name.StartsWith("Fsm", StringComparison.Ordinal)).Select(static member => member.Name).Order());
}
