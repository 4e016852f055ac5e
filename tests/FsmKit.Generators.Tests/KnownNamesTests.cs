using System.Reflection;

namespace FsmKit.Generators.Tests;

public class KnownNamesTests
{
    /// <summary>Names that are no types of the runtime: members of gclasses, written by hand or generated.</summary>
    private static readonly string[] Members = [KnownNames.Namespace, KnownNames.StateEnum, KnownNames.ChangeState, KnownNames.Publish, KnownNames.StartUp, KnownNames.WaitsWhenBusy,
        KnownNames.Create];

    public static TheoryData<string> TypeNames => [.. typeof(KnownNames)
        .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        .Select(static constant => (string)constant.GetRawConstantValue()!)
        .Except(Members)
        .Select(static name => name.Split('.')[^1])
        .Distinct()];

    [Theory]
    [MemberData(nameof(TypeNames))]
    public void Each_name_is_a_type_of_the_runtime(string name)
    {
        Assert.Equal("FsmKit", KnownNames.Namespace);
        Assert.NotNull(typeof(GObj).GetProperty(KnownNames.WaitsWhenBusy, BindingFlags.Instance | BindingFlags.NonPublic));
        Assert.NotNull(typeof(GObj).GetMethod(KnownNames.Create));
        Assert.NotNull(typeof(GObj).GetMethod(KnownNames.StartUp, BindingFlags.Instance | BindingFlags.NonPublic));
        Assert.Contains(typeof(GObj).Assembly.GetExportedTypes(), type => type.Namespace == KnownNames.Namespace && type.Name.Split('`')[0] == name);
    }
}
