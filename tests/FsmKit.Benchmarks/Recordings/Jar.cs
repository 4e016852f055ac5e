using System.Text.Json.Serialization;

namespace FsmKit.Benchmarks.Recordings;

/// <summary>Coins.</summary>
public readonly record struct EvCoins(int Number, string Currency);

/// <summary>A lid.</summary>
public readonly record struct EvLid;

[JsonSerializable(typeof(EvCoins))]
internal sealed partial class JarJson : JsonSerializerContext;

/// <summary>The smallest machine whose events carry data.</summary>
[GClass(Version = 1, Json = typeof(JarJson)), Input<EvCoins>, Input<EvLid>]
internal sealed partial class Jar : GObj
{
    [Kept] public int Total { get; private set; }

    private enum State : byte
    {
        [On<EvCoins>(nameof(AcCoins)), On<EvLid>(Next = Closed)] Open,
        [Ignore<EvCoins>, On<EvLid>(Next = Open)] Closed,
    }

    private void AcCoins(in EvCoins e) => Total += e.Number;
}
