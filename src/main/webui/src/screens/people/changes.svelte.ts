/** Counts changes to who belongs to a group, so that lists of members beside each other are read again. */
class MemberChanges {
  count = $state(0);

  tell(): void {
    this.count++;
  }
}

export const memberChanges = new MemberChanges();
