using System.Text.Json.Serialization;

namespace HelloSample;

/// <summary>Content of the JSON page.</summary>
public sealed record Greeting([property: JsonPropertyName("message")] string Message);

/// <summary>JSON of the greeting, made by a generator.</summary>
[JsonSerializable(typeof(Greeting))]
public sealed partial class GreetingContext : JsonSerializerContext;
