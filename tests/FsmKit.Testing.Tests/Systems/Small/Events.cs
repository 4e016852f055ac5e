namespace FsmKit.Testing.Tests.Systems.Small;

/// <summary>Does something.</summary>
public readonly record struct EvDo(int Number);

/// <summary>Goes elsewhere.</summary>
public readonly record struct EvGo;
