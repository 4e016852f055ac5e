using System.Text.Json.Serialization;

namespace MyApp;

/// <summary>The condition of the turnstile, as the endpoints return it in JSON.</summary>
/// <param name="State">The state of the machine.</param>
/// <param name="Guests">Number of guests so far.</param>
public sealed record Condition(string State, int Guests)
{
    /// <summary>Reads the condition. Call it on the loop of the turnstile.</summary>
    public static Condition Of(Turnstile gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return new Condition(gate.StateName, gate.Guests);
    }
}

/// <summary>The JSON of this program, made by a generator, so that it can be compiled ahead of time.</summary>
[JsonSerializable(typeof(Condition))]
internal sealed partial class WebJson : JsonSerializerContext;
