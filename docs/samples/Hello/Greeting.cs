using System.Text.Json.Serialization;

namespace HelloSample;

/// <summary>What is greeted with.</summary>
public sealed record Greeting([property: JsonPropertyName("message")] string Message);

/// <summary>How it is written, made by a generator.</summary>
[JsonSerializable(typeof(Greeting))]
public sealed partial class GreetingContext : JsonSerializerContext;
