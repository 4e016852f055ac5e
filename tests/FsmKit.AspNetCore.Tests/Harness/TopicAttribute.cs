namespace FsmKit.AspNetCore.Tests;

/// <summary>Names the row of a test class in the table of docs/aspnetcore.md.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TopicAttribute(string name) : Attribute
{
    public string Name => name;
}
