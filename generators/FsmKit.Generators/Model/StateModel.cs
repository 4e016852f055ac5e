namespace FsmKit.Generators.Model;

/// <summary>A state.</summary>
/// <param name="Name">The enum member, escaped where it is a keyword.</param>
/// <param name="Summary">Its summary.</param>
/// <param name="Enter">What runs on entering.</param>
/// <param name="Exit">What runs on leaving.</param>
/// <param name="IsSecondName">Whether an earlier member has the same value, so that to the compiler both are one.</param>
/// <param name="IsClosed">Whether everything that it does not list is refused.</param>
internal sealed record StateModel(
    string Name, string Summary, EquatableArray<CallModel> Enter, EquatableArray<CallModel> Exit, bool IsSecondName, bool IsClosed);
