using Xunit.Sdk;

namespace FsmKit.AspNetCore.Tests;

/// <summary>Runs the same application and the same conversation on all servers, and expects the answers of Kestrel from each.</summary>
internal static class Twin
{
    public static async Task Compare(
        Action<WebApplication> map, Func<Talk, Task> talk, Action<WebApplicationBuilder>? build = null, Action<FsmKitServerOptions>? options = null)
    {
        Talk? first = null;
        foreach (var kind in Enum.GetValues<ServerKind>())
        {
            await using var app = await RunningApp.Start(kind, map, build, options);
            var spoken = new Talk(kind, app);
            try
            {
                await talk(spoken);
            }
            catch (Exception x)
            {
                throw new XunitException($"On {kind}: {x.Message}\n{string.Join('\n', app.Log.Lines.Where(static line => line.StartsWith("Error", StringComparison.Ordinal)))}", x);
            }

            first ??= spoken;
            Expect(first, spoken);
        }
    }

    private static void Expect(Talk first, Talk other)
    {
        Assert.NotEmpty(first.Said);
        Assert.Equal(first.Said.Count, other.Said.Count);
        for (var i = 0; i < first.Said.Count; i++)
        {
            Assert.True(first.Said[i] == other.Said[i], $"On Kestrel:\n{first.Said[i]}\nOn {other.Kind}:\n{other.Said[i]}");
            Assert.True((first.Lengths[i] ?? other.Lengths[i]) == (other.Lengths[i] ?? first.Lengths[i]), $"{other.Kind} announced {other.Lengths[i]}, not {first.Lengths[i]}: {first.Said[i]}");
        }
    }
}
