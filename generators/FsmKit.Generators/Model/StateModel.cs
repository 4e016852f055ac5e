namespace FsmKit.Generators.Model;

/// <summary>A state: a leaf, in which the machine can be, or a composite, which has states inside.</summary>
/// <param name="Name">The enum member, escaped where it is a keyword.</param>
/// <param name="Summary">Its summary.</param>
/// <param name="Parent">Index of the state around it, -1 at the top.</param>
/// <param name="Start">Index of the state inside it that is entered with it; of a leaf its own.</param>
/// <param name="Enter">What runs on entering.</param>
/// <param name="Exit">What runs on leaving.</param>
/// <param name="IsSecondName">Whether an earlier member has the same value, so that to the compiler both are one.</param>
/// <param name="IsClosed">Whether everything that nothing answers in it is refused.</param>
internal sealed record StateModel(
    string Name, string Summary, int Parent, int Start, EquatableArray<CallModel> Enter, EquatableArray<CallModel> Exit, bool IsSecondName, bool IsClosed);
