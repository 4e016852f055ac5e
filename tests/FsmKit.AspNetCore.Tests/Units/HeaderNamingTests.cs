using System.Reflection;
using FsmKit.Http;
using Microsoft.Net.Http.Headers;

namespace FsmKit.AspNetCore.Tests;

public class HeaderNamingTests
{
    [Fact]
    public void Names_are_spelled_as_ASP_NET_Core_spells_them()
    {
        var theirs = typeof(HeaderNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (string)field.GetValue(null)!).ToHashSet();
        string[] others = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Proto"];
        Assert.All(Enum.GetValues<KnownHeader>().Where(static header => header != KnownHeader.None), header =>
            Assert.True(theirs.Contains(HeaderNaming.Of(header)) || others.Contains(HeaderNaming.Of(header)), HeaderNaming.Of(header)));
    }
}
